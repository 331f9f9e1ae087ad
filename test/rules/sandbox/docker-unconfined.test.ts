import assert from "node:assert/strict";
import { sandboxDockerUnconfined } from "../../../server/src/core/rules/sandbox/docker-unconfined.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const all = (docker: string) =>
  `{ agents: { defaults: { sandbox: { mode: "all", docker: { ${docker} } } } } }`;

describe("sandbox.docker_unconfined", () => {
  it("points at both guards", () =>
    check(
      sandboxDockerUnconfined,
      `{ agents: { defaults: { sandbox: { mode: "all", docker: {
  seccompProfile: "unconfined",
  //              ^^^^^^^^^^^^ sandbox.docker_unconfined
  apparmorProfile: "unconfined",
  //               ^^^^^^^^^^^^ sandbox.docker_unconfined
} } } } }`,
    ));
  for (const [docker, expected] of [
    [`seccompProfile: "/etc/docker/mine.json"`, 0],
    [`apparmorProfile: "docker-default"`, 0],
    [`seccompProfile: "\${PROFILE}"`, 0],
    [`seccompProfile: "unconfined"`, 1],
  ] as const) {
    it(`{ ${docker} } gives ${expected}`, () =>
      assert.equal(
        findingsOf(sandboxDockerUnconfined, all(docker)).length,
        expected,
      ));
  }
  it("removes the key and keeps the rest", () =>
    assert.equal(
      afterFix(
        all(`network: "none", seccompProfile: "unconfined"`),
        "sandbox.docker_unconfined",
        "Go back to Docker's own profile",
      ),
      all(`network: "none"`),
    ));
});
