import assert from "node:assert/strict";
import { loggingReadAsWritten } from "../../../server/src/core/rules/logging/read-as-written.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

/** Where the rule speaks, as files. */
const filesNamed = (
  text: string,
  files: Readonly<Record<string, string>>,
): readonly string[] =>
  findingsOf(loggingReadAsWritten, text, { files }).map(
    ({ place }) => place.file,
  );

describe("logging.read_as_written", () => {
  it("points at variables and at ~", () =>
    check(
      loggingReadAsWritten,
      `{
  logging: { level: "\${A}", file: '~/x.log',
  //                ^^^^^^ logging.read_as_written
  //                              ^^^^^^^^^ logging.read_as_written
    consoleLevel: "\${B}", consoleStyle: "\${C}" },
  //              ^^^^^^ logging.read_as_written
  //                                    ^^^^^^ logging.read_as_written
}`,
    ));
  for (const text of [
    `{ logging: { level: "info", file: "/home/me/x.log" } }`,
    `{ logging: { redactSensitive: "\${R}" } }`,
    `{ logging: { file: "x~.log" } }`,
    `{}`,
  ])
    it(`is silent on ${text}`, () => check(loggingReadAsWritten, text));

  const block = { "/config/log.json5": `{ level: "error" }` };
  it("speaks of what is included into a block of the main file", () => {
    for (const text of [
      `{ logging: { $include: "./log.json5" } }`,
      `{ logging: { $include: "./log.json5", redactSensitive: "tools" } }`,
    ])
      assert.deepEqual(filesNamed(text, block), ["/config/log.json5"], text);
  });
  it("is silent where the main file has the last word", () =>
    assert.deepEqual(
      filesNamed(`{ logging: { $include: "./log.json5", level: "info" } }`, {
        ...block,
      }),
      [],
    ));
  it("is silent where the main file has no such block: then all is put in", () =>
    assert.deepEqual(
      filesNamed(`{ $include: "./all.json5" }`, {
        "/config/all.json5": `{ logging: { level: "\${L}", file: "~/x.log" } }`,
      }),
      [],
    ));
});
