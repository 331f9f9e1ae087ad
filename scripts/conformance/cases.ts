import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Values of variables, by name. */
export type Values = { readonly [name: string]: string };

/** A config that the real release was asked about. */
export interface Case {
  /** `topic/name`. */
  readonly name: string;
  /** The config, relative to the repository. */
  readonly file: string;
  readonly verdictFile: string;
  /** What variables were set to, one question each; none: every referenced one got a harmless value. */
  readonly values: readonly Values[];
}

export const casesFolder = "test/conformance/cases";

const isValues = (value: unknown): value is Values =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((each) => typeof each === "string");

function valuesIn(file: string): readonly Values[] {
  if (!existsSync(file)) return [];
  const values: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(values) || !values.every(isValues))
    throw new TypeError(`${file}: want a list of { NAME: "value" }`);
  return values;
}

/**
 * Every case below the folder: a file `name.json5`, or a folder with a `clawdbot.json` and what that includes. Values of
 * variables lie beside it as `name.env.json` or `env.json`, verdicts as `name.verdict.json` or `verdict.json`.
 */
export function listCases(folder = casesFolder): readonly Case[] {
  const cases: Case[] = [];
  const visit = (path: string): void => {
    if (existsSync(join(path, "clawdbot.json"))) {
      cases.push({
        name: path.slice(folder.length + 1),
        file: join(path, "clawdbot.json"),
        verdictFile: join(path, "verdict.json"),
        values: valuesIn(join(path, "env.json")),
      });
      return;
    }
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const file = join(path, entry.name);
      if (entry.isDirectory()) visit(file);
      else if (entry.name.endsWith(".json5")) {
        const stem = join(dirname(file), basename(file, ".json5"));
        cases.push({
          name: stem.slice(folder.length + 1),
          file,
          verdictFile: `${stem}.verdict.json`,
          values: valuesIn(`${stem}.env.json`),
        });
      }
    }
  };
  visit(folder);
  return cases.sort((a, b) => (a.name < b.name ? -1 : 1));
}
