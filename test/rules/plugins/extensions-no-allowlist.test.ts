import assert from "node:assert/strict";
import type { ListedFile } from "../../../server/src/core/config/machine-example.ts";
import { pluginsExtensionsNoAllowlist } from "../../../server/src/core/rules/plugins/extensions-no-allowlist.ts";
import { analyse } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { stateWith } from "../fs/machines.ts";

const machine = stateWith(
  "drwx------ ~/.clawdbot/extensions",
  "drwx------ ~/.clawdbot/extensions/weather",
);

const severityOf = (text: string) =>
  analyse(text, { machine }).diagnosis.problems.find(
    ({ code }) => code === "plugins.extensions_no_allowlist",
  )?.severity;

describe("plugins.extensions_no_allowlist", () => {
  it("points at the nearest thing there is", () =>
    check(
      pluginsExtensionsNoAllowlist,
      `{
     plugins: { deny: ["weather"] },
  // ^^^^^^^ plugins.extensions_no_allowlist
}`,
      { machine },
    ));
  for (const text of [
    `{ plugins: { allow: ["weather"] } }`,
    `{ plugins: { allow: ["\${P}"] } }`,
    `{ plugins: { enabled: false } }`,
  ])
    it(`is silent on ${text}`, () =>
      assert.deepEqual(
        findingsOf(pluginsExtensionsNoAllowlist, text, { machine }),
        [],
      ));
  it("takes an empty list for none", () =>
    assert.equal(
      findingsOf(pluginsExtensionsNoAllowlist, `{ plugins: { allow: [] } }`, {
        machine,
      }).length,
      1,
    ));
  for (const [name, lines] of [
    ["no folder", []],
    ["an empty folder", ["drwx------ ~/.clawdbot/extensions"]],
    [
      "files alone",
      [
        "drwx------ ~/.clawdbot/extensions",
        "-rw------- ~/.clawdbot/extensions/README.md",
      ],
    ],
    [
      "a link, which the program does not follow",
      [
        "drwx------ ~/.clawdbot/extensions",
        "lrwxrwxrwx ~/.clawdbot/extensions/weather -> ~/weather",
        "drwx------ ~/weather",
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly ListedFile[]])[]) {
    it(`is silent on ${name}`, () =>
      assert.deepEqual(
        findingsOf(pluginsExtensionsNoAllowlist, `{}`, {
          machine: stateWith(...lines),
        }),
        [],
      ));
  }
  // As the audit has it: Discord and Telegram offer skills by themselves, Slack does not.
  for (const [text, severity] of [
    [`{}`, "warning"],
    [`{ channels: { telegram: { botToken: "\${T}" } } }`, "error"],
    [
      `{ channels: { telegram: { accounts: { a: { tokenFile: "/t" } } } } }`,
      "error",
    ],
    [`{ channels: { discord: { token: "t" } } }`, "error"],
    [`{ channels: { discord: { token: " " } } }`, "warning"],
    [
      `{ channels: { discord: { token: "t" } }, commands: { nativeSkills: false } }`,
      "warning",
    ],
    [
      `{ channels: { discord: { token: "t", commands: { nativeSkills: true } } }, commands: { nativeSkills: false } }`,
      "error",
    ],
    [`{ channels: { slack: { botToken: "t", appToken: "t" } } }`, "warning"],
    [
      `{ channels: { slack: { botToken: "t", appToken: "t" } }, commands: { nativeSkills: true } }`,
      "error",
    ],
    [
      `{ channels: { whatsapp: {} }, commands: { nativeSkills: true } }`,
      "warning",
    ],
  ] as const) {
    it(`is ${severity} on ${text}`, () =>
      assert.equal(severityOf(text), severity));
  }
});
