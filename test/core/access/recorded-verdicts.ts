import { readFileSync } from "node:fs";

/** The check ids the real audit reports, or "refused" where the program does not accept the file. */
export type Verdict = readonly string[] | "refused";

/** What the real release said about each case of a file of cases, by the case's name. Tests run at the repository's root. */
export function recordedVerdicts(file: string): ReadonlyMap<string, Verdict> {
  const text = readFileSync(`test/core/access/${file}`, "utf8");
  const { verdicts } = JSON.parse(text) as {
    readonly verdicts: Readonly<Record<string, Verdict>>;
  };
  return new Map(Object.entries(verdicts));
}
