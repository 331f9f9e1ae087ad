import { readFileSync } from "node:fs";

/** The check ids the real audit reports, or "refused" where the program does not accept the file. */
export type Verdict = readonly string[] | "refused";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const isVerdict = (value: unknown): value is Verdict =>
  value === "refused" ||
  (Array.isArray(value) && value.every((id) => typeof id === "string"));

/** What the real release said about each case of a file of cases, by the case's name. Tests run at the repository's root. */
export function recordedVerdicts(file: string): ReadonlyMap<string, Verdict> {
  const path = `test/core/access/${file}`;
  const recorded: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isRecord(recorded) || !isRecord(recorded["verdicts"]))
    throw new Error(`${path} holds no verdicts`);
  return new Map(
    Object.entries(recorded["verdicts"]).map(([name, verdict]) => {
      if (!isVerdict(verdict)) throw new Error(`${path}: ${name}`);
      return [name, verdict];
    }),
  );
}
