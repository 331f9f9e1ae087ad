import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Case } from "../../scripts/conformance/cases.ts";
import type { RecordedVerdict } from "../../scripts/conformance/recorded-verdict.ts";
import type { EnvironmentStates } from "../../server/src/core/config/environment.ts";
import type { SourceFile } from "../../server/src/core/config/includes.ts";
import { Analysis } from "../../server/src/core/features/analysis.ts";
import { defaultSettings } from "../../server/src/core/features/settings.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { readTextFile } from "../../server/src/platform/read-text-file.ts";
import { situation } from "../support/analyse.ts";

const isVerdict = (value: unknown): value is RecordedVerdict =>
  typeof value === "object" &&
  value !== null &&
  "empty" in value &&
  "given" in value &&
  "later" in value &&
  "variables" in value;

/** What the release made of a case. */
export function verdictOf(each: Case): RecordedVerdict {
  const verdict: unknown = JSON.parse(readFileSync(each.verdictFile, "utf8"));
  if (!isVerdict(verdict))
    throw new TypeError(
      `${each.verdictFile} holds no verdict: npm run record-verdicts`,
    );
  return verdict;
}

async function read(file: string): Promise<SourceFile> {
  const found = await readTextFile(file);
  return "text" in found ? parseJson5(found.text) : found;
}

/** The files of a case, those it includes with it; as the language server reads them. */
export async function filesOf(
  each: Case,
): Promise<ReadonlyMap<string, SourceFile>> {
  const file = resolve(each.file);
  const files = new Map([[file, await read(file)]]);
  for (;;) {
    const { missing } = analysisOf(file, files, situation.environment).resolved;
    if (missing.length === 0) return files;
    for (const name of missing) files.set(name, await read(name));
  }
}

/** Our view of a case. */
export const analysisOf = (
  file: string,
  files: ReadonlyMap<string, SourceFile>,
  environment: EnvironmentStates,
): Analysis =>
  new Analysis({
    file,
    files,
    settings: defaultSettings,
    situation: { ...situation, environment },
  });
