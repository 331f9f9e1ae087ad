import type { Profile, Severity } from "../rules/rule.ts";

/** A risk that its owner accepted in the shared configuration. */
export interface AcceptedRisk {
  readonly code: string;
  /** Dotted path of the setting; absent: everywhere. */
  readonly path?: string;
  readonly file?: string;
  readonly reason: string;
  /** YYYY-MM-DD: accepted up to and including that day. */
  readonly until?: string;
}

/** How problems are judged: from editor settings, the command line and `.clawdbot-lint.json`. */
export interface CheckSettings {
  readonly profile: Profile;
  /** Severity per code, or silence. What is refused or stops the gateway cannot be overridden. */
  readonly rules: ReadonlyMap<string, Severity | "off">;
  readonly accept: readonly AcceptedRisk[];
}

export const defaultSettings: CheckSettings = {
  profile: "recommended",
  rules: new Map(),
  accept: [],
};
