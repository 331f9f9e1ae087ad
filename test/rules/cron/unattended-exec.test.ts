import assert from "node:assert/strict";
import { cronUnattendedExec } from "../../../server/src/core/rules/cron/unattended-exec.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "cron.unattended_exec";

describe(code, () => {
  it("points at what the file asks for", () =>
    check(
      cronUnattendedExec,
      `{
  cron: { enabled: true },
  //               ^^^^ ${code}
  agents: {
    defaults: { heartbeat: { every: "30m" } },
    //                              ^^^^^ ${code}
    list: [
      { id: "a", heartbeat: { every: "1h" } },
      //                             ^^^^ ${code}
      { id: "b", heartbeat: { every: "1h" }, sandbox: { mode: "all" } },
      { id: "c", heartbeat: { every: "0m" } },
    ],
  },
}`,
      { profile: "strict" },
    ));
  for (const text of [
    `{ cron: { enabled: false } }`,
    `{ agents: { defaults: { heartbeat: { every: "0m" } } } }`,
    `{ agents: { defaults: { heartbeat: { every: "0" } } } }`,
    `{ cron: { enabled: true }, tools: { exec: { host: "gateway" } } }`,
    `{ cron: { enabled: true }, tools: { deny: ["exec"] } }`,
    `{ cron: { enabled: true }, agents: { defaults: { sandbox: { mode: "all" } } } }`,
    `{}`,
  ]) {
    it(`is silent on ${text}`, () =>
      assert.equal(
        findingsOf(cronUnattendedExec, text, { profile: "strict" }).length,
        0,
      ));
  }
  it("belongs to the strict profile", () =>
    assert.equal(
      severities(cronUnattendedExec, `{ cron: { enabled: true } }`),
      "strict info",
    ));
});
