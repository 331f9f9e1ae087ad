import type { Position } from "../text/line-index.ts";
import { environmentModes, type EnvironmentStates } from "./environment.ts";
import type { MachineFacts } from "./machine.ts";

/**
 * The `.env` file from which the program reads variables, as far as the core may know it: names and where it ends. It
 * holds secrets of its own, so no value of it gets here.
 */
export interface EnvironmentFile {
  readonly file: string;
  /** Whether it is there yet. */
  readonly exists: boolean;
  /** The names that it sets, to something or to nothing. */
  readonly names: ReadonlySet<string>;
  /** Its length in UTF-16 units, and the same place as an editor counts it. */
  readonly length: number;
  readonly end: Position;
  readonly lineBreak: "\n" | "\r\n";
  /** Whether its last line has no line break yet. */
  readonly endsMidLine: boolean;
}

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
  /** Where secrets can be moved to. Absent when nobody looked, or nothing can be added to it with certainty. */
  readonly environmentFile?: EnvironmentFile;
}

/** A situation in which nothing is known, for callers that need none of it. */
export const nothingKnown: Situation = {
  environment: environmentModes.unknown,
  today: "1970-01-01",
  platform: "unknown",
  newSecret: "",
};
