import assert from "node:assert/strict";
import { sandboxDockerRootWritable } from "../../../server/src/core/rules/sandbox/docker-root-writable.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const all = (docker: string) =>
  `{ agents: { defaults: { sandbox: { mode: "all", docker: { ${docker} } } } } }`;

describe("sandbox.docker_root_writable", () => {
  it("points at the written false", () =>
    check(
      sandboxDockerRootWritable,
      `{ agents: { list: [
  { id: "a", sandbox: { mode: "non-main", docker: { readOnlyRoot: false } } },
  //                                                              ^^^^^ sandbox.docker_root_writable
] } }`,
    ));
  for (const [text, expected] of [
    [all(`readOnlyRoot: false`), "recommended info, strict warning"],
    [all(`readOnlyRoot: true`), ""],
    [all(``), ""],
    [
      `{ agents: { defaults: { sandbox: { mode: "off", docker: { readOnlyRoot: false } } } } }`,
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(sandboxDockerRootWritable, text), expected));
  }
});
