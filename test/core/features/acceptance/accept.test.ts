import assert from "node:assert/strict";
import { acceptInComment } from "../../../../server/src/core/features/acceptance/accept-in-comment.ts";
import { acceptInFile } from "../../../../server/src/core/features/acceptance/accept-in-file.ts";
import { readDecision } from "../../../../server/src/core/features/acceptance/acceptance-proof.ts";
import { readLintFile } from "../../../../server/src/core/features/lint-file/read-lint-file.ts";
import { parseJson5 } from "../../../../server/src/core/json5/parse.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";
import { analyse, configFile } from "../../../support/analyse.ts";

const quiet = 'gateway: { mode: "local", auth: { token: "${T}" } }';

function found(text: string, code: string, files = {}) {
  const analysis = analyse(text, { files });
  const problem = analysis.diagnosis.problems.find(
    (each) => each.code === code,
  );
  assert.ok(problem, `${code} is found`);
  return { analysis, problem };
}

describe("accepting a risk in a comment", () => {
  const decision = { reason: "logs stay here" };
  const inComment = (
    text: string,
    code = "logging.redact_off",
    until?: string,
  ) => {
    const { analysis, problem } = found(text, code);
    const accepted = acceptInComment(analysis, problem, {
      ...decision,
      ...(until === undefined ? {} : { until }),
    });
    return "refused" in accepted
      ? accepted.refused
      : applyEdits(
          text,
          accepted.edits.flatMap(({ edits }) => edits),
        );
  };

  for (const [name, text, expected] of [
    [
      "writes the line before, in its indentation",
      `{\n\tlogging: {\n\t\tredactSensitive: "off",\n\t},\n\t${quiet},\n}\n`,
      `{\n\tlogging: {\n\t\t// clawdbot-ignore logging.redact_off: logs stay here\n\t\tredactSensitive: "off",\n\t},\n\t${quiet},\n}\n`,
    ],
    [
      "writes it above an object on one line, not into it",
      `{\n  logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
      `{\n  // clawdbot-ignore logging.redact_off: logs stay here\n  logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
    ],
    [
      "writes it above a text of one line",
      `{ logging: { redactSensitive: "off" }, ${quiet} }`,
      `// clawdbot-ignore logging.redact_off: logs stay here\n{ logging: { redactSensitive: "off" }, ${quiet} }`,
    ],
    [
      "keeps a byte order mark first",
      `\uFEFF{ logging: { redactSensitive: "off" }, ${quiet} }`,
      `\uFEFF// clawdbot-ignore logging.redact_off: logs stay here\n{ logging: { redactSensitive: "off" }, ${quiet} }`,
    ],
    [
      "keeps Windows line ends",
      `{\r\n  logging: { redactSensitive: "off" },\r\n  ${quiet},\r\n}\r\n`,
      `{\r\n  // clawdbot-ignore logging.redact_off: logs stay here\r\n  logging: { redactSensitive: "off" },\r\n  ${quiet},\r\n}\r\n`,
    ],
    [
      "writes it above the value where that has a line of its own",
      `{\n  logging: {\n    redactSensitive:\n      "off",\n  },\n  ${quiet},\n}\n`,
      `{\n  logging: {\n    redactSensitive:\n      // clawdbot-ignore logging.redact_off: logs stay here\n      "off",\n  },\n  ${quiet},\n}\n`,
    ],
    [
      "writes it below other comments",
      `{\n  // ours\n  logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
      `{\n  // ours\n  // clawdbot-ignore logging.redact_off: logs stay here\n  logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
    ],
    [
      "writes it at the end of a line that begins in a comment",
      `{\n  /* ours\n  */ logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
      `{\n  /* ours\n  */ logging: { redactSensitive: "off" }, // clawdbot-ignore logging.redact_off: logs stay here\n  ${quiet},\n}\n`,
    ],
    [
      "writes it at the end of a line that begins in a string",
      `{ messages: { responsePrefix: "a\\\nb" }, logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
      `{ messages: { responsePrefix: "a\\\nb" }, logging: { redactSensitive: "off" }, // clawdbot-ignore logging.redact_off: logs stay here\n  ${quiet},\n}\n`,
    ],
  ] as const) {
    it(name, () => assert.equal(inComment(text), expected));
  }

  it("says until when", () =>
    assert.equal(
      inComment(
        `{\n  logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
        "logging.redact_off",
        "2026-06-30",
      ),
      `{\n  // clawdbot-ignore logging.redact_off until 2026-06-30: logs stay here\n  logging: { redactSensitive: "off" },\n  ${quiet},\n}\n`,
    ));

  it("refuses where it would accept another problem of the line", () => {
    const twice = `{ ${quiet}, channels: { telegram: { enabled: true, botToken: "\${B}", dmPolicy: "open", allowFrom: ["*"] }, whatsapp: { dmPolicy: "open", allowFrom: ["*"] } } }`;
    assert.equal(
      analyse(twice).diagnosis.problems.filter(
        ({ code }) => code === "channels.dm.open",
      ).length,
      2,
    );
    assert.match(
      inComment(twice, "channels.dm.open"),
      /other problems of the same line/,
    );
  });

  it("refuses where no comment can stand", () => {
    const boxed = `{ messages: { responsePrefix: "a\\\nb" }, logging: { redactSensitive: "off" }, ${quiet}, x: "c\\\n" }`;
    assert.match(inComment(boxed), /could not be accepted/);
  });

  it("writes into the included file where the problem stands", () => {
    const part = `{\n  redactSensitive: "off",\n}\n`;
    const { analysis, problem } = found(
      `{ ${quiet}, logging: { $include: "./logging.json5" } }`,
      "logging.redact_off",
      { "/config/logging.json5": part },
    );
    const accepted = acceptInComment(analysis, problem, decision);
    assert.ok("edits" in accepted);
    const [only, ...more] = accepted.edits;
    assert.deepEqual(more, []);
    assert.equal(only?.file, "/config/logging.json5");
    assert.equal(
      applyEdits(part, only?.edits ?? []),
      `{\n  // clawdbot-ignore logging.redact_off: logs stay here\n  redactSensitive: "off",\n}\n`,
    );
  });
});

describe("accepting a risk in the shared configuration", () => {
  const decision = { reason: 'it is "fine"', until: "2026-06-30" };
  const text = `{ ${quiet}, logging: { redactSensitive: "off" } }`;

  it("begins one beside the config", () => {
    const { analysis, problem } = found(text, "logging.redact_off");
    const edit = acceptInFile(analysis, problem, decision, undefined);
    assert.ok("file" in edit);
    assert.equal(edit.file, "/config/.clawdbot-lint.json");
    assert.equal(edit.isNew, true);
    const made = applyEdits("", edit.edits);
    assert.deepEqual(JSON.parse(made), {
      accept: [
        {
          code: "logging.redact_off",
          path: "logging.redactSensitive",
          file: "clawdbot.json",
          ...decision,
        },
      ],
    });
    assert.match(made, /^\{\n {2}"accept": \[/);
  });

  it("adds to the one in force, in its style", () => {
    const { analysis, problem } = found(text, "logging.redact_off");
    const own = `{\n    // ours\n    profile: 'recommended', // calm\n    accept: [\n        { code: 'channels.dm.open', reason: 'public' },\n    ],\n}\n`;
    const lintFile = readLintFile("/.clawdbot-lint.json", parseJson5(own));
    const edit = acceptInFile(analysis, problem, { reason: "here" }, lintFile);
    assert.ok("file" in edit);
    assert.equal(edit.isNew, false);
    assert.equal(
      applyEdits(own, edit.edits),
      own.replace(
        "'public' },\n",
        `'public' },\n        {\n            code: 'logging.redact_off',\n            path: 'logging.redactSensitive',\n            file: '${configFile.slice(1)}',\n            reason: 'here',\n        },\n`,
      ),
    );
  });

  it("refuses where the file cannot take an entry", () => {
    const { analysis, problem } = found(text, "logging.redact_off");
    for (const own of ["[]", "{ accept: 5 }"]) {
      const lintFile = readLintFile("/.clawdbot-lint.json", parseJson5(own));
      assert.ok(
        "refused" in acceptInFile(analysis, problem, decision, lintFile),
        own,
      );
    }
  });

  it("accepts one of several of a kind", () => {
    const twice = `{ ${quiet}, channels: { telegram: { enabled: true, botToken: "\${B}", dmPolicy: "open", allowFrom: ["*"] }, whatsapp: { dmPolicy: "open", allowFrom: ["*"] } } }`;
    const { analysis, problem } = found(twice, "channels.dm.open");
    const edit = acceptInFile(analysis, problem, decision, undefined);
    assert.ok("file" in edit);
    const after = analyse(twice, {
      settings: { accept: edit.after.settings.accept },
    }).diagnosis.problems.filter(({ code }) => code === "channels.dm.open");
    assert.deepEqual(
      after.map(({ suppressed }) => suppressed?.reason),
      [decision.reason, undefined],
    );
  });

  it("never quotes a value", () => {
    const secret = "hunter2-hunter2";
    const { analysis, problem } = found(
      `{ gateway: { mode: "local", auth: { mode: "token", token: "${secret}" } } }`,
      "gateway.token_too_short",
    );
    for (const accepted of [
      acceptInComment(analysis, problem, decision),
      acceptInFile(analysis, problem, decision, undefined),
    ]) {
      assert.ok("edits" in accepted);
      assert.ok(!JSON.stringify(accepted.edits).includes(secret));
    }
  });
});

describe("what a person decides", () => {
  const today = "2026-02-01";
  it("is put on one line", () =>
    assert.deepEqual(readDecision(" a\n b\u2028c ", "", today), {
      reason: "a b c",
    }));
  for (const [reason, until, expected] of [
    ["", undefined, /reason is needed/],
    ["  \n ", undefined, /reason is needed/],
    ["why", "tomorrow", /no day/],
    ["why", "2026-02-30", /no day/],
    ["why", "2026-01-31", /past/],
  ] as const)
    it(`is refused: ${JSON.stringify([reason, until])}`, () => {
      const decision = readDecision(reason, until, today);
      assert.ok("refused" in decision);
      assert.match(decision.refused, expected);
    });
});
