import type { Place } from "../config/resolve-config.ts";
import type { JSONPath } from "../json5/nodes.ts";
import type { Profile, Severity } from "../rules/rule.ts";

/** A risk that its owner accepted in the shared configuration. Two entries are never the same object. */
export interface AcceptedRisk {
  readonly code: string;
  /** The setting, in the merged config; what lies below it is accepted too. Absent: everywhere. */
  readonly path?: JSONPath;
  /** The config, or a file it includes, as the core names files. Absent: every config that the entry governs. */
  readonly file?: string;
  readonly reason: string;
  /** YYYY-MM-DD: accepted up to and including that day. */
  readonly until?: string;
  /** Where the entry names its code. */
  readonly place: Place;
  /** Which entry of the list it is. */
  readonly index: number;
}

/** How problems are judged: from editor settings, the command line and `.clawdbot-lint.json`. */
export interface CheckSettings {
  readonly profile: Profile;
  /** Severity per code, or silence. What is refused or stops the gateway cannot be overridden. */
  readonly rules: ReadonlyMap<string, Severity | "off">;
  readonly accept: readonly AcceptedRisk[];
  /** Milder problems are found, but not shown. */
  readonly minSeverity: Severity;
  /** Suppression comments are passed over: fixes are proved that way. */
  readonly ignoresComments?: true;
}

export const defaultSettings: CheckSettings = {
  profile: "recommended",
  rules: new Map(),
  accept: [],
  minSeverity: "hint",
};

/** The same without overrides and without anything accepted: what fixes are proved under. */
export const bare = (settings: CheckSettings): CheckSettings => ({
  ...settings,
  rules: new Map(),
  accept: [],
  ignoresComments: true,
});
