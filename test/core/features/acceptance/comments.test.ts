import assert from "node:assert/strict";
import { analyse, type AnalyseOptions } from "../../../support/analyse.ts";

/** Accepted for the audit's sake; the one finding is `logging.redact_off`. */
const quiet = 'gateway: { mode: "local", auth: { token: "${T}" } }';

/** Codes that are shown, and those that were accepted with their reasons. */
function verdict(text: string, options: AnalyseOptions = {}) {
  const { diagnosis } = analyse(text, options);
  const { problems } = diagnosis;
  return {
    shown: problems
      .filter(({ suppressed }) => suppressed === undefined)
      .map(({ code }) => code),
    accepted: problems.flatMap(({ code, suppressed }) =>
      suppressed === undefined ? [] : [[code, suppressed.reason]],
    ),
    diagnosis,
  };
}

const off = 'logging: { redactSensitive: "off" }';

describe("a suppression comment", () => {
  for (const [name, text, isAccepted] of [
    [
      "on the line before",
      `{\n  // clawdbot-ignore logging.redact_off: why\n  ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "with further comments in between",
      `{\n  // clawdbot-ignore logging.redact_off: why\n  // more\n  /* and\n     more */\n  ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "before further comments that are about something else",
      `{\n  /* first */ // clawdbot-ignore logging.redact_off: why\n  ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "at the end of the line",
      `{\n  ${off}, // clawdbot-ignore logging.redact_off: why\n  ${quiet}\n}`,
      true,
    ],
    [
      "behind another comment at the end of the line",
      `{\n  ${off}, /* ours */ // clawdbot-ignore logging.redact_off: why\n  ${quiet}\n}`,
      true,
    ],
    [
      "behind a comment that began on the line before",
      `{\n  ${quiet}, /* ours\n */ // clawdbot-ignore logging.redact_off: why\n  ${off}\n}`,
      true,
    ],
    [
      "in a block",
      `{\n  /* clawdbot-ignore logging.redact_off: why */\n  ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "in a block of several lines",
      `{\n  /*\n   * clawdbot-ignore logging.redact_off:\n   *   why\n   */\n  ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "in a block before something on its line",
      `{\n  /* clawdbot-ignore logging.redact_off: why */ ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "in a block that ends on the line of something",
      `{\n  /* clawdbot-ignore logging.redact_off:\n why */ ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "among several codes",
      `{\n  // clawdbot-ignore gateway.bind_no_auth, logging.redact_off: why\n  ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "with a day that is not past",
      `{\n  // clawdbot-ignore logging.redact_off until 2026-02-01: why\n  ${off},\n  ${quiet}\n}`,
      true,
    ],
    [
      "with Windows line ends",
      `{\r\n  // clawdbot-ignore logging.redact_off: why\r\n  ${off},\r\n  ${quiet}\r\n}`,
      true,
    ],
    [
      "before the whole text",
      `// clawdbot-ignore logging.redact_off: why\n{ ${off}, ${quiet} }`,
      true,
    ],
    [
      "before a blank line",
      `{\n  // clawdbot-ignore logging.redact_off: why\n\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
    [
      "two lines before",
      `{\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet},\n  ${off}\n}`,
      false,
    ],
    [
      "on the line after",
      `{\n  ${quiet},\n  ${off}\n  // clawdbot-ignore logging.redact_off: why\n}`,
      false,
    ],
    [
      "at the end of the line before, which is about that line",
      `{\n  ${quiet}, // clawdbot-ignore logging.redact_off: why\n  ${off}\n}`,
      false,
    ],
    [
      "with another code",
      `{\n  // clawdbot-ignore logging: why\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
    [
      "without a reason",
      `{\n  // clawdbot-ignore logging.redact_off:\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
    [
      "without a colon",
      `{\n  // clawdbot-ignore logging.redact_off because\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
    [
      "with a day that is past",
      `{\n  // clawdbot-ignore logging.redact_off until 2026-01-31: why\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
    [
      "with no day",
      `{\n  // clawdbot-ignore logging.redact_off until 2026-02-29: why\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
    [
      "with a word that only begins like ours",
      `{\n  // clawdbot-ignore-all logging.redact_off: why\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
    [
      "in a string",
      `{\n  messages: { responsePrefix: "// clawdbot-ignore logging.redact_off: why" },\n  ${off},\n  ${quiet}\n}`,
      false,
    ],
  ] as const) {
    it(`${isAccepted ? "accepts" : "does not accept"} ${name}`, () => {
      const { shown, accepted } = verdict(text);
      assert.equal(shown.includes("logging.redact_off"), !isAccepted);
      assert.deepEqual(
        accepted,
        isAccepted ? [["logging.redact_off", "why"]] : [],
      );
    });
  }

  it("does not change what Clawdbot makes of the file", () => {
    const { shown, accepted, diagnosis } = verdict(
      `{\n  // clawdbot-ignore schema.unknown_key, startup.mode_not_local: why\n  nonsense: 1,\n}`,
    );
    assert.deepEqual(accepted, []);
    assert.equal(diagnosis.accepted, false);
    assert.equal(
      shown.filter((code) => code === "schema.unknown_key").length,
      1,
    );
    assert.equal(
      shown.filter((code) => code === "lint.cannot_accept").length,
      2,
    );
  });

  it("counts in an included file for what stands there", () => {
    const root = `{ ${quiet}, logging: { $include: "./logging.json5" } }`;
    const accepting = (part: string) =>
      verdict(root, { files: { "/config/logging.json5": part } });
    assert.deepEqual(
      accepting(
        `{\n  // clawdbot-ignore logging.redact_off: why\n  redactSensitive: "off"\n}`,
      ).accepted,
      [["logging.redact_off", "why"]],
    );
    // Another config may need it.
    assert.deepEqual(
      accepting(
        `{\n  // clawdbot-ignore logging.redact_off: why\n  redactSensitive: "tools"\n}`,
      ).shown,
      [],
    );
  });

  it("is obeyed in the audit's profile, which says nothing about it", () => {
    const { shown, accepted } = verdict(
      `{\n  // clawdbot-ignore logging.redact_off, gateway.bind_no_auth: why\n  ${off},\n  ${quiet}\n}`,
      { profile: "upstream" },
    );
    assert.deepEqual(accepted, [["logging.redact_off", "why"]]);
    assert.ok(shown.every((code) => !code.startsWith("lint.")));
  });
});

describe("a problem of a suppression comment", () => {
  for (const [name, comment, value, code, on] of [
    [
      "nothing to accept",
      "logging.redact_off: why",
      "tools",
      "lint.unused_suppression",
      "logging.redact_off",
    ],
    [
      "nothing to accept among others",
      "logging.redact_off, gateway.bind_no_auth: why",
      "off",
      "lint.unused_suppression",
      "gateway.bind_no_auth",
    ],
    [
      "a day that is past",
      "logging.redact_off until 2026-01-31: why",
      "tools",
      "lint.expired_suppression",
      "2026-01-31",
    ],
    [
      "a code that there is not",
      "logging.redact-of: why",
      "tools",
      "lint.unknown_code",
      "logging.redact-of",
    ],
    [
      "no reason",
      "logging.redact_off",
      "tools",
      "lint.missing_reason",
      "// clawdbot-ignore logging.redact_off",
    ],
    [
      "no code",
      ": why",
      "tools",
      "lint.missing_code",
      "// clawdbot-ignore : why",
    ],
    [
      "no day",
      "logging.redact_off until later: why",
      "tools",
      "lint.invalid_date",
      "later",
    ],
    [
      "a missing day",
      "logging.redact_off until: why",
      "tools",
      "lint.invalid_date",
      "until",
    ],
    [
      "a verdict",
      "config.env_unset: why",
      "tools",
      "lint.cannot_accept",
      "config.env_unset",
    ],
    [
      "a problem of its own kind",
      "lint.unused_suppression: why",
      "tools",
      "lint.cannot_accept",
      "lint.unused_suppression",
    ],
  ] as const) {
    it(`is told: ${name}`, () => {
      const text = `{\n  // clawdbot-ignore ${comment}\n  logging: { redactSensitive: "${value}" },\n  ${quiet}\n}`;
      const found = analyse(text).diagnosis.problems.filter(
        ({ suppressed }) => suppressed === undefined,
      );
      assert.deepEqual(
        found.map(({ code: each, place }) => [
          each,
          text.slice(place.offset, place.offset + place.length),
        ]),
        [[code, on]],
      );
    });
  }

  it("asks whether another code is meant", () => {
    for (const [written, meant] of [
      ["logging.redact-of", "logging.redact_off"],
      ["channels.telegram.dm.open", "channels.dm.open"],
    ]) {
      const [problem] = analyse(
        `{\n  // clawdbot-ignore ${written}: why\n  ${quiet}\n}`,
      ).diagnosis.problems;
      assert.equal(problem?.code, "lint.unknown_code");
      assert.match(problem?.message ?? "", new RegExp(`is ${meant} meant`));
    }
  });

  it("obeys the severities that the user gave", () => {
    const text = `{\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet}\n}`;
    const rules = new Map([["lint.unused_suppression", "off"]] as const);
    assert.deepEqual(
      analyse(text, { settings: { rules } }).diagnosis.problems,
      [],
    );
  });

  it("is not told while the text is damaged or a file is missing", () => {
    for (const text of [
      `{\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet}\n`,
      `{\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet}, logging: { $include: "./gone.json5" }\n}`,
    ])
      assert.ok(
        analyse(text).diagnosis.problems.every(
          ({ code }) => code !== "lint.unused_suppression",
        ),
      );
  });

  it("is not told of a problem that only these settings hide", () => {
    // Loopback without a proxy list is worth a word in the strict profile alone.
    const strictOnly = `{\n  // clawdbot-ignore gateway.trusted_proxies_missing: why\n  ${quiet}\n}`;
    const { accepted } = verdict(strictOnly, { profile: "strict" });
    assert.deepEqual(accepted, [["gateway.trusted_proxies_missing", "why"]]);
    assert.deepEqual(verdict(strictOnly).shown, []);
    const switchedOff = `{\n  // clawdbot-ignore logging.redact_off: why\n  ${off},\n  ${quiet}\n}`;
    const rules = new Map([["logging.redact_off", "off"]] as const);
    assert.deepEqual(verdict(switchedOff, { settings: { rules } }).shown, []);
  });
});

describe("a suppression comment that nobody would write", () => {
  for (const [name, text] of [
    ["of asterisks", `/* clawdbot-ignore ${"*".repeat(200_000)} x */ {}`],
    ["of blanks", `// clawdbot-ignore a:${" ".repeat(200_000)}x\n{}`],
    [
      "of blanks before a line end",
      `/* clawdbot-ignore a: x${" ".repeat(200_000)}y\n */ {}`,
    ],
    ["of codes", `// clawdbot-ignore ${"no.such ".repeat(50_000)}: x\n{}`],
    ["of one endless code", `// clawdbot-ignore ${"x".repeat(500_000)}: x\n{}`],
    [
      "again and again",
      `${"// clawdbot-ignore logging.redact_off: x\n".repeat(5_000)}{}`,
    ],
  ] as const) {
    it(`${name} is read all the same`, () => {
      const { problems } = analyse(text).diagnosis;
      for (const { message } of problems) assert.ok(message.length < 300);
    });
  }
});
