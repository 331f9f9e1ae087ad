import assert from "node:assert/strict";
import { sandboxDockerNoLimits } from "../../../server/src/core/rules/sandbox/docker-no-limits.ts";
import { afterFix } from "../../support/after-fix.ts";
import { findingsOf, profilesThatSpeak } from "../../support/check-rule.ts";

const all = (docker: string) =>
  `{ agents: { defaults: { sandbox: { mode: "all", docker: { ${docker} } } } } }`;

describe("sandbox.docker_no_limits", () => {
  for (const [text, expected] of [
    [all(``), 1],
    [all(`memory: "1g"`), 1],
    [all(`pidsLimit: 100`), 1],
    [all(`memory: "1g", pidsLimit: 100`), 0],
    [`{ agents: { defaults: { sandbox: { mode: "off" } } } }`, 0],
    [`{}`, 0],
    [
      `{ agents: { list: [{ id: "a", sandbox: { mode: "all", docker: { memory: "1g", pidsLimit: 100 } } }, { id: "b" }] } }`,
      0,
    ],
    [
      `{ agents: { list: [{ id: "a", sandbox: { mode: "all", docker: { memory: "1g", pidsLimit: 100 } } }, { id: "b", sandbox: { mode: "all" } }] } }`,
      1,
    ],
  ] as const) {
    it(`${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(sandboxDockerNoLimits, text, { profile: "strict" }).length,
        expected,
      ));
  }
  it("belongs to the strict profile", () =>
    assert.deepEqual(profilesThatSpeak(sandboxDockerNoLimits, all(``)), [
      "strict",
    ]));
  it("adds the limit that is missing", () =>
    assert.equal(
      afterFix(
        all(`memory: "512m"`),
        "sandbox.docker_no_limits",
        "Limit the sandbox",
        { profile: "strict" },
      ),
      all(`memory: "512m", pidsLimit: 256`),
    ));
});
