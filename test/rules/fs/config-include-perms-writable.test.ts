import assert from "node:assert/strict";
import { fsConfigIncludePermsWritable } from "../../../server/src/core/rules/fs/config-include-perms-writable.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { repairsOf, stateWith } from "./machines.ts";

const texts = {
  "~/.clawdbot/parts/a.json5": '{ $include: "./b.json5" }',
  "~/.clawdbot/parts/b.json5": "{}",
};
const machine = {
  ...stateWith(
    "-rw------- ~/.clawdbot/parts/a.json5",
    "-rw-rw-r-- ~/.clawdbot/parts/b.json5",
  ),
  texts,
};

describe("fs.config_include.perms_writable", () => {
  it("points at the text that includes the file", () =>
    check(
      fsConfigIncludePermsWritable,
      `{
  $include: ["./parts/b.json5"],
  //         ^^^^^^^^^^^^^^^^^ fs.config_include.perms_writable
}`,
      { machine },
    ));
  it("sees what an included file includes, in that file", () => {
    const [found, ...more] = findingsOf(
      fsConfigIncludePermsWritable,
      `{ channels: { $include: "./parts/a.json5" } }`,
      { machine },
    );
    assert.deepEqual(more, []);
    assert.deepEqual(found?.place, {
      file: "/home/me/.clawdbot/parts/a.json5",
      offset: 12,
      length: 11,
    });
  });
  for (const mode of ["-rw-r--r--", "-rw-------"] as const)
    it(`is silent on ${mode}`, () =>
      assert.deepEqual(
        findingsOf(
          fsConfigIncludePermsWritable,
          `{ $include: "./parts/b.json5" }`,
          {
            machine: {
              ...stateWith(`${mode} ~/.clawdbot/parts/b.json5`),
              texts,
            },
          },
        ),
        [],
      ));
  it("repairs the included file", () =>
    assert.deepEqual(
      repairsOf(
        fsConfigIncludePermsWritable,
        `{ $include: "./parts/b.json5" }`,
        machine,
      ),
      [["/home/me/.clawdbot/parts/b.json5", 0o600]],
    ));
});
