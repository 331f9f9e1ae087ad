import assert from "node:assert/strict";
import { sandboxDockerPrivileges } from "../../../server/src/core/rules/sandbox/docker-privileges.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const all = (docker: string) =>
  `{ agents: { defaults: { sandbox: { mode: "all", docker: { ${docker} } } } } }`;

describe("sandbox.docker_privileges", () => {
  it("points at the user and at the list", () =>
    check(
      sandboxDockerPrivileges,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", docker: {
      user: "root",
      //    ^^^^^^ sandbox.docker_privileges
      capDrop: [],
    //^^^^^^^ sandbox.docker_privileges
    } } },
    list: [
      { id: "a" },
      { id: "b", sandbox: { docker: { user: "1000", capDrop: ["NET_RAW"] } } },
      //                                            ^^^^^^^ sandbox.docker_privileges
    ],
  },
}`,
    ));
  for (const [docker, expected] of [
    [`user: "0"`, 1],
    [`user: "0:0"`, 1],
    [`user: "root:root"`, 1],
    [`user: "1000:0"`, 0],
    [`user: "rooty"`, 0],
    [`user: "\${USER_ID}"`, 0],
    [`user: ""`, 0],
    [`capDrop: []`, 1],
    [`capDrop: ["NET_RAW", "CHOWN"]`, 1],
    [`capDrop: ["all"]`, 0],
    [`capDrop: ["NET_RAW", "\${CAPABILITY}"]`, 0],
    [``, 0],
  ] as const) {
    it(`{ ${docker} } gives ${expected}`, () =>
      assert.equal(
        findingsOf(sandboxDockerPrivileges, all(docker)).length,
        expected,
      ));
  }
  it("drops everything", () =>
    assert.equal(
      afterFix(
        all(`capDrop: ["NET_RAW"]`),
        "sandbox.docker_privileges",
        "Drop all capabilities",
      ),
      all(`capDrop: ["ALL"]`),
    ));
});
