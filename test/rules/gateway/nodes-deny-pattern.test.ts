import assert from "node:assert/strict";
import { gatewayNodesDenyPattern } from "../../../server/src/core/rules/gateway/nodes-deny-pattern.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "gateway.nodes_deny_pattern";
const deny = (...list: readonly string[]) =>
  `{ gateway: { mode: "local", nodes: { denyCommands: [${list.map((each) => JSON.stringify(each)).join(", ")}] } } }`;

describe(code, () => {
  it("points at items that fit no command", () =>
    check(
      gatewayNodesDenyPattern,
      `{ gateway: { nodes: { denyCommands: [
  "camera.*",
//^^^^^^^^^^ ${code}
  "camera",
//^^^^^^^^ ${code}
  "System.Run",
//^^^^^^^^^^^^ ${code}
  "sms.sned",
//^^^^^^^^^^ ${code}
  "*",
//^^^ ${code}
  " sms.send ",
  "system.run",
  "my.command",
  "my.*",
  "\${COMMAND}",
] } } }`,
    ));
  for (const [before, after] of [
    [["camera.*"], ["camera.list", "camera.snap", "camera.clip"]],
    [
      ["sms.send", "camera"],
      ["sms.send", "camera.list", "camera.snap", "camera.clip"],
    ],
    [["Location.Get"], ["location.get"]],
    [
      ["system.execApprovals.*"],
      ["system.execApprovals.get", "system.execApprovals.set"],
    ],
  ] as const) {
    it(`writes ${before.join(", ")} out in full`, () => {
      const meant = after.filter((each) => !before.includes(each as never));
      assert.equal(
        afterFix(deny(...before), code, `Deny ${meant.join(", ")}`),
        deny(...after),
      );
    });
  }
});
