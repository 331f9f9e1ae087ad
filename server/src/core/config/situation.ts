import { environmentModes, type EnvironmentStates } from "./environment.ts";
import type { MachineFacts } from "./machine.ts";

/** What only the host knows. The core has no clock, no randomness, no home folder and no process. */
export interface Situation {
  readonly environment: EnvironmentStates;
  /** Today as YYYY-MM-DD, for accepted risks that end. */
  readonly today: string;
  readonly platform: "linux" | "macos" | "windows" | "unknown";
  /** A new secret of 64 hex digits from a cryptographic source, for fixes that generate one. */
  readonly newSecret: string;
  /**
   * Whether the host found plugins of other makers where the program looks for them by itself: `extensions` in the state
   * folder or in the workspace. Absent when nobody looked.
   */
  readonly hasOtherPlugins?: boolean;
  /** Files that belong to the config, as they are on this machine. Absent when nobody looked. */
  readonly machine?: MachineFacts;
}

/** A situation in which nothing is known, for callers that need none of it. */
export const nothingKnown: Situation = {
  environment: environmentModes.unknown,
  today: "1970-01-01",
  platform: "unknown",
  newSecret: "",
};
