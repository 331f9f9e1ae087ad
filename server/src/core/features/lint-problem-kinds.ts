import type { ProblemKind, Severity } from "../rules/rule.ts";

/** A problem of how risks are accepted, or of the shared configuration. It says nothing about the config itself. */
export interface LintProblemKind extends ProblemKind {
  readonly code: `lint.${string}`;
  readonly effect: "note";
  /** In every profile that shows it. */
  readonly usualSeverity: Severity;
}

/** The example of a kind that only `.clawdbot-lint.json` can have. */
const shared = (text: string): string => `// .clawdbot-lint.json\n${text}`;

const bad = (comment: string, value = "off"): string =>
  `{\n  // clawdbot-ignore${comment}\n  logging: { redactSensitive: "${value}" },\n}`;
const good = `{\n  // clawdbot-ignore logging.redact_off until 2099-12-31: logs stay on this machine\n  logging: { redactSensitive: "off" },\n}`;

/** Every code that is about accepting risks. Examples are configs, but for those that name the other file. */
export const lintProblemKinds = [
  {
    code: "lint.unused_suppression",
    effect: "note",
    usualSeverity: "hint",
    docs: {
      summary: "An accepted risk that is not there",
      why: "The problem was repaired, or the comment stands at the wrong line. Left in place it would hide the problem when it comes back, without anybody deciding again.",
      remedy:
        "Remove the comment or the entry; or move the comment to the line before the problem. A comment is about the next line, or its own when something else stands on it.",
      bad: bad(" logging.redact_off: logs stay on this machine", "tools"),
      good: `{\n  logging: { redactSensitive: "tools" },\n}`,
    },
  },
  {
    code: "lint.expired_suppression",
    effect: "note",
    usualSeverity: "info",
    docs: {
      summary: "An accepted risk whose time is over",
      why: "The risk was accepted up to and including a day, and that day is past. The problem is shown again.",
      remedy:
        "Repair the problem; or decide again, and write a new day and reason.",
      bad: bad(
        " logging.redact_off until 2020-01-31: looking for a fault",
        "off",
      ),
      good,
    },
  },
  {
    code: "lint.unknown_code",
    effect: "note",
    usualSeverity: "warning",
    docs: {
      summary: "There is no problem of that code",
      why: "A slip of the fingers, or a code of another release: nothing is accepted or changed by it.",
      remedy:
        "Write the code as the problem shows it; `docs/rules` lists them all.",
      bad: bad(" logging.redact-of: logs stay on this machine"),
      good,
    },
  },
  {
    code: "lint.missing_code",
    effect: "note",
    usualSeverity: "warning",
    docs: {
      summary: "A comment that accepts a risk does not say which",
      why: "Without a code it has no effect: no comment hides everything.",
      remedy:
        "Write the code of the problem: `// clawdbot-ignore CODE: reason`.",
      bad: bad(": logs stay on this machine"),
      good,
    },
  },
  {
    code: "lint.missing_reason",
    effect: "note",
    usualSeverity: "warning",
    docs: {
      summary: "A risk is accepted without a reason",
      why: "Without a reason nobody can tell later whether it still holds, so it has no effect.",
      remedy:
        "Say in a few words why the risk is acceptable here, behind the colon of the comment or as `reason` of the entry. No secrets: the text is shown in reports.",
      bad: bad(" logging.redact_off"),
      good,
    },
  },
  {
    code: "lint.invalid_date",
    effect: "note",
    usualSeverity: "warning",
    docs: {
      summary: "The end of an accepted risk is no day",
      why: "It is not known how long the risk is accepted, so it is not accepted at all.",
      remedy: "Write a day of the calendar as YYYY-MM-DD.",
      bad: bad(" logging.redact_off until 2026-02-30: looking for a fault"),
      good,
    },
  },
  {
    code: "lint.cannot_accept",
    effect: "note",
    usualSeverity: "warning",
    docs: {
      summary: "What Clawdbot itself refuses cannot be accepted",
      why: "The program rejects the file, or its gateway does not start, whatever is written here. Problems of accepting itself can only be switched off under `rules`.",
      remedy: "Repair the problem, and remove the comment or the entry.",
      bad: `{\n  // clawdbot-ignore schema.enum: it works for me\n  gateway: { mode: "local" },\n}`,
      good: `{\n  gateway: { mode: "local" },\n}`,
    },
  },
  {
    code: "lint.syntax",
    effect: "note",
    usualSeverity: "error",
    docs: {
      summary: "The shared configuration is not valid JSON5",
      why: "What stands in the damaged part may not be obeyed.",
      remedy: "Repair the text as the message says.",
      bad: shared(`{ profile: "strict", accept: [ }`),
      good: shared(`{ profile: "strict", accept: [] }`),
    },
  },
  {
    code: "lint.unknown_key",
    effect: "note",
    usualSeverity: "warning",
    docs: {
      summary: "The shared configuration has no such key",
      why: "It is passed over.",
      remedy:
        "The keys are `profile`, `rules`, `failOn`, `minSeverity`, `environment` (with `mode`, `names` and `file`), `accept` (a list of entries with `code`, `path`, `file`, `reason` and `until`) and `release`.",
      bad: shared(`{ profil: "strict" }`),
      good: shared(`{ profile: "strict" }`),
    },
  },
  {
    code: "lint.invalid_value",
    effect: "note",
    usualSeverity: "warning",
    docs: {
      summary: "A value that the shared configuration cannot have",
      why: "It is passed over, as if it were not there.",
      remedy: "Write one of the values in the message.",
      bad: shared(`{ profile: "paranoid" }`),
      good: shared(`{ profile: "strict" }`),
    },
  },
] as const satisfies readonly LintProblemKind[];

export type LintProblemCode = (typeof lintProblemKinds)[number]["code"];

const severityByCode: ReadonlyMap<string, Severity> = new Map(
  lintProblemKinds.map(({ code, usualSeverity }) => [code, usualSeverity]),
);

/** The severity of a kind, before the user's own. */
export const usualSeverityOf = (code: LintProblemCode): Severity =>
  severityByCode.get(code) ?? "warning";
