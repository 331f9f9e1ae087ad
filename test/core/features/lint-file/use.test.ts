import assert from "node:assert/strict";
import {
  lintFileProblems,
  lookOf,
} from "../../../../server/src/core/features/lint-file/lint-file-problems.ts";
import { provenLintFixes } from "../../../../server/src/core/features/lint-file/prove-lint-fix.ts";
import { readLintFile } from "../../../../server/src/core/features/lint-file/read-lint-file.ts";
import { defaultSettings } from "../../../../server/src/core/features/settings.ts";
import { parseJson5 } from "../../../../server/src/core/json5/parse.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";
import type { Profile } from "../../../../server/src/core/rules/rule.ts";
import { analyse, configFile } from "../../../support/analyse.ts";

const quiet = 'gateway: { mode: "local", auth: { token: "${T}" } }';
const off = `{ ${quiet}, logging: { redactSensitive: "off" } }`;
const tools = `{ ${quiet}, logging: { redactSensitive: "tools" } }`;
const today = "2026-02-01";

const withEntries = (entries: string) =>
  readLintFile(
    "/config/.clawdbot-lint.json",
    parseJson5(`{ accept: [${entries}] }`),
  );

const entry = (rest = ""): string =>
  `{ code: "logging.redact_off", reason: "why"${rest} }`;

/** How a config fares under entries. */
function under(
  text: string,
  entries: string,
  profile: Profile = "recommended",
) {
  const lintFile = withEntries(entries);
  const analysis = analyse(text, {
    profile,
    settings: { accept: lintFile.settings.accept },
  });
  const accepted = analysis.diagnosis.problems.flatMap(
    ({ suppressed }) => suppressed ?? [],
  );
  return { lintFile, analysis, accepted };
}

describe("an entry that accepts a risk", () => {
  for (const [name, entries, isAccepted] of [
    ["everywhere", entry(), true],
    ["at the setting", entry(', path: "logging.redactSensitive"'), true],
    ["above the setting", entry(', path: "logging"'), true],
    ["elsewhere", entry(', path: "gateway"'), false],
    ["below the setting", entry(', path: "logging.redactSensitive.x"'), false],
    ["in this config", entry(', file: "clawdbot.json"'), true],
    ["in another config", entry(', file: "other/clawdbot.json"'), false],
    ["until today", entry(`, until: "${today}"`), true],
    ["until yesterday", entry(', until: "2026-01-31"'), false],
    ["of another code", `{ code: "channels.dm.open", reason: "why" }`, false],
  ] as const) {
    it(`${isAccepted ? "holds" : "does not hold"}: ${name}`, () => {
      const { accepted } = under(off, entries);
      assert.deepEqual(
        accepted,
        isAccepted ? [{ by: "file", reason: "why" }] : [],
      );
    });
  }

  it("holds in an included file that it names", () => {
    const text = `{ ${quiet}, logging: { $include: "./logging.json5" } }`;
    for (const [file, isAccepted] of [
      ["logging.json5", true],
      ["clawdbot.json", true],
      ["gateway.json5", false],
    ] as const) {
      const lintFile = withEntries(entry(`, file: "${file}"`));
      const { problems } = analyse(text, {
        files: { "/config/logging.json5": `{ redactSensitive: "off" }` },
        settings: { accept: lintFile.settings.accept },
      }).diagnosis;
      assert.equal(problems[0]?.suppressed?.by === "file", isAccepted, file);
    }
  });

  it("never holds for Clawdbot's own verdict, wherever it comes from", () => {
    const place = { file: "/x", offset: 0, length: 0 };
    const accept = ["schema.unknown_key", "startup.mode_not_local"].map(
      (code, index) => ({ code, reason: "why", place, index }),
    );
    const { problems } = analyse("{ nonsense: 1 }", {
      settings: { accept },
    }).diagnosis;
    assert.equal(problems.length, 3);
    assert.ok(problems.every(({ suppressed }) => suppressed === undefined));
  });

  it("finds an item by its place", () => {
    const text = `{ ${quiet}, agents: { list: [{ id: "a", model: "anthropic/claude-opus-4-5" }, { id: "b", model: "openai/gpt-3.5-turbo" }] } }`;
    const at = (index: number) =>
      under(
        text,
        `{ code: "models.legacy", path: "agents.list[${index}].model", reason: "why" }`,
      ).accepted.length;
    assert.deepEqual([at(0), at(1)], [0, 1]);
  });
});

describe("a problem of an entry", () => {
  /** What is told of entries after looking at some configs of the folder. */
  const told = (
    entries: string,
    texts: readonly string[],
    roots: readonly string[] | undefined,
    profile: Profile = "recommended",
  ) => {
    const lintFile = withEntries(entries);
    const looks = texts.map((text, index) => {
      const look = lookOf(
        analyse(text, {
          profile,
          settings: { accept: lintFile.settings.accept },
        }),
      );
      return index === 0
        ? look
        : { ...look, files: [`/config/${index}/clawdbot.json`] };
    });
    return lintFileProblems(lintFile, looks, roots, defaultSettings, today).map(
      ({ code }) => code,
    );
  };
  const own = `, file: "clawdbot.json"`;
  const other = "/config/1/clawdbot.json";
  for (const [name, entries, texts, roots, expected] of [
    ["is none where it is needed", entry(), [off], [configFile], []],
    [
      "is that nothing needs it",
      entry(),
      [tools],
      [configFile],
      ["lint.unused_suppression"],
    ],
    [
      "is none before all configs were looked at",
      entry(),
      [tools],
      [configFile, other],
      [],
    ],
    [
      "is none where another config needs it",
      entry(),
      [tools, off],
      [configFile, other],
      [],
    ],
    [
      "is that none of several needs it",
      entry(),
      [tools, tools],
      [configFile, other],
      ["lint.unused_suppression"],
    ],
    [
      "is none where nobody knows which configs there are",
      entry(),
      [tools],
      undefined,
      [],
    ],
    [
      "is that the config it names does not need it",
      entry(own),
      [tools],
      undefined,
      ["lint.unused_suppression"],
    ],
    [
      "is none while the config is damaged",
      entry(own),
      [tools.slice(0, -1)],
      [configFile],
      [],
    ],
    [
      "is that its time is over",
      entry(', until: "2026-01-31"'),
      [off],
      [configFile],
      ["lint.expired_suppression"],
    ],
    [
      "is told once when it is over and not needed",
      entry(', until: "2026-01-31"'),
      [tools],
      [configFile],
      ["lint.expired_suppression"],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(told(entries, texts, roots), expected));
  }
  it("is none in the audit's profile, which sees less", () =>
    assert.deepEqual(told(entry(), [tools], [configFile], "upstream"), []));
  it("is none where a profile or a severity hides the problem", () => {
    const { lintFile } = under(off, entry());
    const analysis = analyse(off, {
      settings: {
        accept: lintFile.settings.accept,
        rules: new Map([["logging.redact_off", "off"]] as const),
      },
    });
    assert.deepEqual(
      lintFileProblems(
        lintFile,
        [lookOf(analysis)],
        [configFile],
        defaultSettings,
        today,
      ),
      [],
    );
  });
  it("is repaired by taking the entry out, and its comments stay", () => {
    const text = `{\n  accept: [\n    // first\n    { code: "channels.dm.open", reason: "why" },\n    // second\n    { code: "logging.redact_off", reason: "why" },\n  ],\n}\n`;
    const lintFile = readLintFile(
      "/config/.clawdbot-lint.json",
      parseJson5(text),
    );
    const analysis = analyse(off, {
      settings: { accept: lintFile.settings.accept },
    });
    const [problem, ...more] = lintFileProblems(
      lintFile,
      [lookOf(analysis)],
      [configFile],
      defaultSettings,
      today,
    );
    assert.deepEqual(more, []);
    assert.ok(problem);
    const [fix] = provenLintFixes(lintFile, problem);
    assert.equal(fix?.title, "Remove this entry");
    const fixed = applyEdits(
      text,
      fix.edits.flatMap(({ edits }) => edits),
    );
    assert.doesNotMatch(fixed, /channels/);
    assert.match(fixed, /first[^]*second[^]*logging/);
  });
});
