import type { Issue, Verdict } from "../oracle/verdict.ts";
import type { Values } from "./cases.ts";

/** How far the release got before it refused a file; it tells nothing about later stages. */
export type Stage =
  "syntax" | "include" | "variable" | "legacy" | "content" | "unread";

/** A place the release complains about. Its wording is not recorded. */
export interface RecordedIssue {
  readonly stage: Stage;
  /** Keys and indices joined with dots, as the release gives it; empty for the whole file. */
  readonly path: string;
  /** Of unknown keys: which, below the path. */
  readonly keys?: readonly string[];
}

/** Whether the gateway starts, by which of its own two variables are set. */
export interface RecordedStart {
  readonly unset: boolean;
  readonly token: boolean;
  readonly password: boolean;
  readonly both: boolean;
}

/** The answer to one question. */
export interface RecordedAnswer {
  /** What variables were set to; without it every referenced one had some harmless value. */
  readonly values?: Values;
  readonly accepted: boolean;
  readonly issues: readonly RecordedIssue[];
  /** Of an accepted file; one word where all four agree. */
  readonly starts?: boolean | RecordedStart;
  /** Findings of the audit, as `severity id`, with no variable of its own set. */
  readonly audit?: readonly string[];
}

/** What the release makes of a case. */
export interface RecordedVerdict {
  /** In an empty environment. */
  readonly empty: RecordedAnswer;
  /** With variables set. */
  readonly given: readonly RecordedAnswer[];
  /** What it told once the places above were taken away in a copy, until it accepted the rest. */
  readonly later: readonly RecordedIssue[];
  /** What the release's own migrations make of a file with legacy keys, and whether it accepts that. */
  readonly migrated?: { readonly value: object; readonly accepted: boolean };
  /** For each referenced variable the place it names when that one alone is not set. */
  readonly variables: { readonly [name: string]: string };
}

/** What was asked, and when the answers were written down. */
export interface RecordedRelease {
  readonly package: string;
  readonly version: string;
  readonly cases: number;
}

const includeMessages = [
  "Failed to read include file",
  "Failed to parse include file",
  "Circular include",
  "Maximum include depth",
  "Sibling keys require",
  "Invalid $include",
  "Include resolution failed",
];

function stageOf(message: string): Stage {
  if (message.startsWith("JSON5 parse failed")) return "syntax";
  if (message.startsWith("Missing env var")) return "variable";
  if (message.startsWith("read failed")) return "unread";
  if (includeMessages.some((start) => message.startsWith(start)))
    return "include";
  return message.endsWith("(auto-migrated on load).") ? "legacy" : "content";
}

/** `agents.list[0].name` as other places are written. */
export const withDots = (path: string): string =>
  path.replaceAll(/\[(\d+)\]/g, ".$1");

/** The keys of `Unrecognized keys: "a", "b"`. */
const keysIn = (message: string): readonly string[] | undefined =>
  /^Unrecognized keys?: "(.*)"$/s.exec(message)?.[1]?.split('", "');

/** What is recorded of an issue. */
export function recordedIssue({ path, message, keys }: Issue): RecordedIssue {
  const stage = stageOf(message);
  const place = /referenced at config path: (.*)$/s.exec(message)?.[1];
  const named = keys ?? keysIn(message);
  return {
    stage,
    path: withDots(stage === "variable" ? (place ?? "") : path),
    ...(named === undefined ? {} : { keys: named }),
  };
}

/** What is recorded of an audit. */
export const recordedAudit = (verdict: Verdict): readonly string[] =>
  (verdict.audit ?? [])
    .map(({ severity, checkId }) => `${severity} ${checkId}`)
    .sort();
