import assert from "node:assert/strict";
import { gatewayBindAuto } from "../../../server/src/core/rules/gateway/bind-auto.ts";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles } from "../../support/offered-fixes.ts";

const safeties = (gateway: string): readonly string[] => {
  const analysis = analyse(`{ gateway: { mode: "local", ${gateway} } }`);
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === "gateway.bind_auto",
  );
  assert.ok(problem);
  return provenFixes(analysis, problem).map(({ safety }) => safety);
};

describe("gateway.bind_auto", () => {
  it("points at the bind", () =>
    check(
      gatewayBindAuto,
      `{
  gateway: { bind: "auto" },
  //               ^^^^^^ gateway.bind_auto
}`,
    ));
  for (const [bind, expected] of [
    ["auto", ["info", "warning"]],
    ["loopback", ["silent", "silent"]],
    ["${BIND}", ["silent", "silent"]],
  ] as const)
    it(bind, () =>
      assert.deepEqual(
        inProfiles(
          "gateway.bind_auto",
          `{ gateway: { mode: "local", bind: "${bind}" } }`,
        ),
        expected,
      ),
    );
  it("is safe to write out behind a login, where both mean the same", () =>
    assert.deepEqual(safeties(`bind: "auto", auth: { token: "\${T}" }`), [
      "safe",
    ]));
  it("opens no gateway that did not start: without a login loopback would", () => {
    assert.deepEqual(safeties(`bind: "auto"`), []);
    const { problems } = analyse(
      `{ gateway: { mode: "local", bind: "auto" } }`,
    ).diagnosis;
    assert.deepEqual(
      problems
        .find(({ code }) => code === "gateway.bind_auto")
        ?.fixes.map(({ safety }) => safety),
      ["review"],
    );
  });
});
