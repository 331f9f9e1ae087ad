import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import JSON5 from "json5";
import { acceptableCodes } from "../../server/src/core/features/acceptance/codes.ts";
import { readLintFile } from "../../server/src/core/features/lint-file/read-lint-file.ts";
import { problemKinds } from "../../server/src/core/features/problem-kinds.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { isRecord } from "../support/is-record.ts";

const text = readFileSync("schemas/clawdbot-lint.schema.json", "utf8");
const schema: unknown = JSON.parse(text);
const validate = new Ajv({ strict: false }).compile(schema as object);

/** A member deep inside. */
const at = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>(
    (inner, key) =>
      isRecord(inner) || Array.isArray(inner)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );

describe("the schema of the shared configuration", () => {
  // What the schema cannot know is left to the reader: which codes there are and which of them are verdicts, real days.
  for (const [sample, isGood] of [
    ["{}", true],
    [
      `{ profile: "strict", rules: { "logging.redact_off": "off" }, failOn: "hint", minSeverity: "info", release: "2026.1.24-3" }`,
      true,
    ],
    [
      `{ environment: { mode: "process", names: ["A_1"], file: "x.env" }, accept: [{ code: "channels.dm.open", reason: "why", path: "channels", file: "a.json", until: "2026-01-31" }] }`,
      true,
    ],
    ["[]", false],
    [`{ profil: "strict" }`, false],
    [`{ profile: "none" }`, false],
    [`{ rules: [] }`, false],
    [`{ rules: { "logging.redact_off": "loud" } }`, false],
    [`{ failOn: 1 }`, false],
    [`{ minSeverity: "off" }`, false],
    [`{ environment: { mode: "real" } }`, false],
    [`{ environment: { names: ["a=b"] } }`, false],
    [`{ environment: { file: "" } }`, false],
    [`{ environment: { home: "" } }`, false],
    [`{ accept: {} }`, false],
    [`{ accept: [{ code: "channels.dm.open" }] }`, false],
    [`{ accept: [{ reason: "why" }] }`, false],
    [`{ accept: [{ code: "channels.dm.open", reason: " " }] }`, false],
    [
      `{ accept: [{ code: "channels.dm.open", reason: "why", until: "soon" }] }`,
      false,
    ],
    [
      `{ accept: [{ code: "channels.dm.open", reason: "why", line: 1 }] }`,
      false,
    ],
    [`{ release: "1" }`, false],
  ] as const) {
    it(`${isGood ? "takes" : "refuses"} ${sample}, as the reader does`, () => {
      const { problems } = readLintFile("/x", parseJson5(sample));
      assert.equal(problems.length === 0, isGood);
      assert.equal(validate(JSON5.parse(sample)), isGood);
    });
  }

  it("completes every code that may be accepted, and explains it", () => {
    const code = at(
      schema,
      "properties",
      "accept",
      "items",
      "properties",
      "code",
      "anyOf",
      0,
    );
    assert.deepEqual(at(code, "enum"), acceptableCodes);
    const said = at(code, "markdownEnumDescriptions");
    assert.ok(Array.isArray(said) && said.length === acceptableCodes.length);
  });

  it("completes every code whose severity may be changed, and every severity", () => {
    const manifest: unknown = JSON.parse(readFileSync("package.json", "utf8"));
    const codes = problemKinds
      .filter(({ effect }) => effect === "risk" || effect === "note")
      .map(({ code }) => code)
      .sort();
    const setting = at(
      manifest,
      "contributes",
      "configuration",
      "properties",
      "clawdbot.rules",
    );
    for (const rules of [at(schema, "properties", "rules"), setting])
      assert.deepEqual(
        Object.keys(at(rules, "properties") as object).sort(),
        codes,
      );
    for (const code of codes) {
      const rule = at(setting, "properties", code);
      assert.deepEqual(at(rule, "enum"), [
        "off",
        "error",
        "warning",
        "info",
        "hint",
      ]);
      assert.equal((at(rule, "enumDescriptions") as string[]).length, 5);
      assert.ok(typeof at(rule, "markdownDescription") === "string");
    }
  });
});
