import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SourceFile } from "../../server/src/core/config/includes.ts";
import { nothingKnown } from "../../server/src/core/config/situation.ts";
import { Analysis } from "../../server/src/core/features/analysis.ts";
import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import { defaultSettings } from "../../server/src/core/features/settings.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { registry } from "../../server/src/core/rules/registry.generated.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { listCases } from "./cases.ts";

/** A config whose fixes are carried out. */
export interface FixSource {
  readonly name: string;
  readonly text: string;
}

/** What a fix makes of a config. */
export interface FixResult {
  readonly source: FixSource;
  /** The code of the problem, and the fix's title. */
  readonly fix: string;
  readonly text: string;
}

/** The file of what the release made of every result. */
export const recordedFixesFile = "test/conformance/fixes/recorded.json";

/** One line of it. */
export interface RecordedFix {
  readonly fix: string;
  readonly of: string;
  /** The result's text, as `resultHash` names it. */
  readonly result: string;
  /** Whether the release accepted the config before the fix and after it, every variable being set to something harmless. */
  readonly before: boolean;
  readonly after: boolean;
}

export const resultHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Of the configs whose audit is recorded, every so-manieth: they are alike, and each has many fixes. */
const everyAudited = 10;

const isConfigLine = (value: unknown): value is { readonly config: object } =>
  typeof value === "object" && value !== null && "config" in value;

function auditedConfigs(): readonly FixSource[] {
  const recorded: unknown = JSON.parse(
    readFileSync("test/conformance/audit/recorded.json", "utf8"),
  );
  if (!Array.isArray(recorded) || !recorded.every(isConfigLine))
    throw new TypeError("recorded.json: npm run record-audit");
  return recorded
    .map(({ config }, index) => ({
      name: `audit ${index}`,
      text: JSON.stringify(config, undefined, 2),
    }))
    .filter((_, index) => index % everyAudited === 0);
}

/** The bad example of every rule, every case that is one file, and a part of the configs whose audit is recorded. */
export function fixSources(): readonly FixSource[] {
  return [
    ...registry.map(({ code, docs }) => ({ name: code, text: docs.bad })),
    ...listCases()
      .filter(
        ({ file, values }) => file.endsWith(".json5") && values.length === 0,
      )
      .map(({ name, file }) => ({ name, text: readFileSync(file, "utf8") })),
    ...auditedConfigs(),
  ];
}

const file = "/config/clawdbot.json";

/** Every fix that is offered for a config in the profile that says most, carried out by itself. */
export function fixResults(source: FixSource): readonly FixResult[] {
  const { text } = source;
  const analysis = new Analysis({
    file,
    files: new Map<string, SourceFile>([[file, parseJson5(text)]]),
    settings: { ...defaultSettings, profile: "strict" },
    situation: {
      ...nothingKnown,
      platform: "linux",
      newSecret: "0123456789abcdef".repeat(4),
    },
  });
  return analysis.diagnosis.problems.flatMap((problem) =>
    provenFixes(analysis, problem).map((proven): FixResult => {
      const edits = proven.edits.flatMap((each) =>
        each.file === file ? each.edits : [],
      );
      return {
        source,
        fix: `${problem.code}: ${proven.title}`,
        text: applyEdits(text, edits),
      };
    }),
  );
}
