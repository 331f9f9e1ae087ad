import assert from "node:assert/strict";
import { parseJson5 } from "../../../../server/src/core/json5/parse.ts";
import { provenLintFixes } from "../../../../server/src/core/features/lint-file/prove-lint-fix.ts";
import { readLintFile } from "../../../../server/src/core/features/lint-file/read-lint-file.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";

const file = "/team/.clawdbot-lint.json";
const read = (text: string) => readLintFile(file, parseJson5(text));

/** What is told of a text: code, what is underlined, message. */
function told(text: string) {
  return read(text).problems.map(({ code, place }) => [
    code,
    text.slice(place.offset, place.offset + place.length),
  ]);
}

const whole = `{
  // JSON5, as the config itself
  profile: "strict",
  rules: { "logging.redact_off": "error", "lint.unused_suppression": "off" },
  failOn: "warning",
  minSeverity: "info",
  environment: { mode: "empty", names: ["CLAWDBOT_GATEWAY_TOKEN"], file: "deploy/gateway.env" },
  accept: [
    { code: "channels.dm.open", path: "channels.telegram.dmPolicy", file: "bots/clawdbot.json", reason: "a public bot", until: "2026-06-30" },
    { code: "gateway.bind_no_auth", reason: "behind a firewall" },
  ],
  release: "2026.1.24-3",
}`;

describe("the shared configuration", () => {
  it("is read whole", () => {
    const { settings, problems } = read(whole);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      {
        ...settings,
        rules: [...(settings.rules ?? [])],
        accept: settings.accept.map(({ place: _place, ...rest }) => rest),
      },
      {
        profile: "strict",
        rules: [
          ["logging.redact_off", "error"],
          ["lint.unused_suppression", "off"],
        ],
        failOn: "warning",
        minSeverity: "info",
        environment: {
          mode: "empty",
          names: ["CLAWDBOT_GATEWAY_TOKEN"],
          file: "/team/deploy/gateway.env",
        },
        accept: [
          {
            code: "channels.dm.open",
            path: ["channels", "telegram", "dmPolicy"],
            file: "/team/bots/clawdbot.json",
            reason: "a public bot",
            until: "2026-06-30",
            index: 0,
          },
          {
            code: "gateway.bind_no_auth",
            reason: "behind a firewall",
            index: 1,
          },
        ],
      },
    );
  });

  it("may say nothing", () => {
    assert.deepEqual(read("{}").problems, []);
    assert.deepEqual(read("{}").settings, { accept: [] });
  });

  for (const [name, text, expected] of [
    ["a list", `[]`, [["lint.invalid_value", "["]]],
    ["damage", `{ profile: "strict" `, [["lint.syntax", "{"]]],
    ["nothing", ``, [["lint.syntax", ""]]],
    [
      "an unknown key",
      `{ profil: "strict" }`,
      [["lint.unknown_key", "profil"]],
    ],
    [
      "an unknown profile",
      `{ profile: "paranoid" }`,
      [["lint.invalid_value", '"paranoid"']],
    ],
    [
      "a profile that is no text",
      `{ profile: 5 }`,
      [["lint.invalid_value", "5"]],
    ],
    [
      "rules that are no object",
      `{ rules: [] }`,
      [["lint.invalid_value", "["]],
    ],
    [
      "a rule that there is not",
      `{ rules: { "logging.redact-off": "off" } }`,
      [["lint.unknown_code", '"logging.redact-off"']],
    ],
    [
      "a severity that there is not",
      `{ rules: { "logging.redact_off": "fatal" } }`,
      [["lint.invalid_value", '"fatal"']],
    ],
    [
      "another severity for a verdict",
      `{ rules: { "schema.enum": "off" } }`,
      [["lint.cannot_accept", '"schema.enum"']],
    ],
    [
      "names that are no list",
      `{ environment: { names: "T" } }`,
      [["lint.invalid_value", '"T"']],
    ],
    [
      "a name that is none",
      `{ environment: { names: ["T=x"] } }`,
      [["lint.invalid_value", '"T=x"']],
    ],
    [
      "another release",
      `{ release: "2027.1.1" }`,
      [["lint.invalid_value", '"2027.1.1"']],
    ],
    [
      "an entry without a code",
      `{ accept: [{ reason: "why" }] }`,
      [["lint.missing_code", "{"]],
    ],
    [
      "an entry without a reason",
      `{ accept: [{ code: "logging.redact_off" }] }`,
      [["lint.missing_reason", "{"]],
    ],
    [
      "an entry with a blank reason",
      `{ accept: [{ code: "logging.redact_off", reason: "  " }] }`,
      [["lint.missing_reason", "{"]],
    ],
    [
      "an entry for what there is not",
      `{ accept: [{ code: "logging.off", reason: "why" }] }`,
      [["lint.unknown_code", '"logging.off"']],
    ],
    [
      "an entry for a verdict",
      `{ accept: [{ code: "startup.token_missing", reason: "why" }] }`,
      [["lint.cannot_accept", '"startup.token_missing"']],
    ],
    [
      "an entry for its own kind",
      `{ accept: [{ code: "lint.unknown_code", reason: "why" }] }`,
      [["lint.cannot_accept", '"lint.unknown_code"']],
    ],
    [
      "an entry with no day",
      `{ accept: [{ code: "logging.redact_off", reason: "why", until: "31.01.2026" }] }`,
      [["lint.invalid_date", '"31.01.2026"']],
    ],
    [
      "an entry with no path",
      `{ accept: [{ code: "logging.redact_off", reason: "why", path: "a..b" }] }`,
      [["lint.invalid_value", '"a..b"']],
    ],
    [
      "an entry with another key",
      `{ accept: [{ code: "logging.redact_off", reason: "why", line: 5 }] }`,
      [["lint.unknown_key", "line"]],
    ],
    [
      "an entry that is a text",
      `{ accept: ["logging.redact_off"] }`,
      [["lint.invalid_value", '"logging.redact_off"']],
    ],
  ] as const) {
    it(`tells of ${name}`, () => assert.deepEqual(told(text), expected));
  }

  it("obeys the rest where a part is unusable, and no entry that is", () => {
    const { settings } = read(
      `{ profile: "strict", failOn: "loud", accept: [{ code: "logging.redact_off" }, { code: "gateway.bind_no_auth", reason: "why" }, { code: "channels.dm.open", reason: "why", until: "soon" }] }`,
    );
    assert.equal(settings.profile, "strict");
    assert.equal(settings.failOn, undefined);
    assert.deepEqual(
      settings.accept.map(({ code }) => code),
      ["gateway.bind_no_auth"],
    );
  });

  it("never repeats what could be a secret", () => {
    const secret = "hunter2-hunter2";
    for (const text of [
      `{ environment: { names: ["TOKEN=${secret}", "${secret}"] } }`,
      `{ environment: { file: 5, mode: "${secret}" }, profile: "${secret}" }`,
      `{ accept: [{ code: "logging.redact_off", reason: "", until: "${secret}", path: "${secret}." }] }`,
    ]) {
      const { problems } = read(text);
      assert.ok(problems.length > 0);
      for (const { message, fixes } of problems)
        assert.ok(!JSON.stringify([message, fixes]).includes(secret), message);
    }
  });

  for (const [name, text, title, expected] of [
    [
      "a key",
      `{ profil: "strict" }`,
      "Change to profile",
      `{ profile: "strict" }`,
    ],
    [
      "a word",
      `{ profile: "stict" /* a */ }`,
      'Change to "strict"',
      `{ profile: "strict" /* a */ }`,
    ],
    [
      "the code of a rule",
      `{ rules: { 'logging.redact-off': 'off' } }`,
      "Change to logging.redact_off",
      `{ rules: { 'logging.redact_off': 'off' } }`,
    ],
    [
      "the code of an entry",
      `{ accept: [{ code: "logging.redact-off", reason: "why" }] }`,
      "Change to logging.redact_off",
      `{ accept: [{ code: "logging.redact_off", reason: "why" }] }`,
    ],
    [
      "an entry that cannot be",
      `{ accept: [{ code: "schema.enum", reason: "why" }, { code: "logging.redact_off", reason: "why" }] }`,
      "Remove this entry",
      `{ accept: [{ code: "logging.redact_off", reason: "why" }] }`,
    ],
    [
      "the syntax",
      `{ profile: "strict" failOn: "error" }`,
      "Insert the comma",
      `{ profile: "strict", failOn: "error" }`,
    ],
  ] as const) {
    it(`offers to repair ${name}`, () => {
      const lintFile = read(text);
      const [problem] = lintFile.problems;
      assert.ok(problem);
      const fixes = provenLintFixes(lintFile, problem);
      const fix = fixes.find((each) => each.title === title);
      assert.ok(fix, fixes.map((each) => each.title).join());
      assert.equal(
        applyEdits(
          text,
          fix.edits.flatMap(({ edits }) => edits),
        ),
        expected,
      );
    });
  }

  it("offers no repair that brings another problem", () => {
    // The nearest code is a verdict.
    const lintFile = read(
      `{ accept: [{ code: "schema.enumm", reason: "why" }] }`,
    );
    const [problem] = lintFile.problems;
    assert.ok(problem);
    assert.deepEqual(
      provenLintFixes(lintFile, problem).map(({ title }) => title),
      ["Remove this entry"],
    );
  });
});
