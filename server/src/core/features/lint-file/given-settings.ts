import type { EnvironmentKind } from "../../config/environment.ts";
import type { Profile, Severity } from "../../rules/rule.ts";
import type { AcceptedRisk, CheckSettings } from "../settings.ts";

export interface GivenEnvironment {
  readonly mode?: EnvironmentKind;
  /** Variables that are set where the gateway runs. */
  readonly names?: readonly string[];
  /** An `.env` file whose names are set there. */
  readonly file?: string;
}

/** What somebody set explicitly: in an editor, on the command line, or in `.clawdbot-lint.json`. */
export interface GivenSettings {
  readonly profile?: Profile;
  readonly rules?: ReadonlyMap<string, Severity | "off">;
  readonly minSeverity?: Severity;
  readonly failOn?: Severity;
  readonly environment?: GivenEnvironment;
}

/** What `.clawdbot-lint.json` says. */
export interface SharedSettings extends GivenSettings {
  readonly accept: readonly AcceptedRisk[];
}

/** What is in force for one config. */
export interface EffectiveSettings {
  readonly check: CheckSettings;
  readonly failOn: Severity;
  readonly environment: Required<Pick<GivenEnvironment, "mode" | "names">> &
    Pick<GivenEnvironment, "file">;
}

export type EffectiveEnvironment = EffectiveSettings["environment"];

/**
 * The settings in force: what was given here, then what the shared configuration says, then the usual. The editor and the
 * command line both decide here and nowhere else, so they cannot disagree.
 *
 * Of what has several parts, each part is decided by itself: the severity of one code, the file of the environment. Names of
 * variables are facts, so those of both count.
 */
export function mergeSettings(
  given: GivenSettings,
  shared: SharedSettings = { accept: [] },
): EffectiveSettings {
  const file = given.environment?.file ?? shared.environment?.file;
  return {
    check: {
      profile: given.profile ?? shared.profile ?? "recommended",
      rules: new Map([...(shared.rules ?? []), ...(given.rules ?? [])]),
      accept: shared.accept,
      minSeverity: given.minSeverity ?? shared.minSeverity ?? "hint",
    },
    failOn: given.failOn ?? shared.failOn ?? "error",
    environment: {
      mode: given.environment?.mode ?? shared.environment?.mode ?? "unknown",
      names: [
        ...new Set([
          ...(shared.environment?.names ?? []),
          ...(given.environment?.names ?? []),
        ]),
      ],
      ...(file === undefined ? {} : { file }),
    },
  };
}
