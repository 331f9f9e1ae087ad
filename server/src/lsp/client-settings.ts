import {
  severities,
  profiles,
  type Profile,
  type Severity,
} from "../core/rules/rule.ts";
import {
  environmentModes,
  type EnvironmentStates,
} from "../core/config/environment.ts";
import { hintModes, type HintMode } from "../core/features/inlay-hints.ts";
import type { CheckSettings } from "../core/features/settings.ts";

/** The section `clawdbot` of the client's settings, after validation: what is unusable is left out. */
export interface ClientSettings {
  readonly check: CheckSettings;
  readonly environment: "unknown" | "empty" | "process";
  readonly environmentNames: readonly string[];
  /** An absolute path of an `.env` file whose names are set where the gateway runs; "" for none. */
  readonly environmentFile: string;
  readonly inlayHints: HintMode;
}

export const defaultClientSettings: ClientSettings = {
  check: { profile: "recommended", rules: new Map(), accept: [] },
  environment: "unknown",
  environmentNames: [],
  environmentFile: "",
  inlayHints: "security",
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const oneOf = <T extends string>(
  allowed: readonly T[],
  value: unknown,
): T | undefined => allowed.find((each) => each === value);

/** Reads what a client sent; never throws, and never trusts a type. */
export function readClientSettings(section: unknown): ClientSettings {
  if (!isRecord(section)) return defaultClientSettings;
  const rules = new Map<string, Severity | "off">();
  if (isRecord(section["rules"])) {
    for (const [code, level] of Object.entries(section["rules"])) {
      const known = oneOf<Severity | "off">([...severities, "off"], level);
      if (known !== undefined) rules.set(code, known);
    }
  }
  const names = section["environmentNames"];
  const file = section["environmentFile"];
  return {
    check: {
      profile:
        oneOf<Profile>(profiles, section["profile"]) ??
        defaultClientSettings.check.profile,
      rules,
      accept: [],
    },
    environment:
      oneOf(["unknown", "empty", "process"] as const, section["environment"]) ??
      "unknown",
    environmentNames: Array.isArray(names)
      ? names.filter((name) => typeof name === "string")
      : [],
    environmentFile: typeof file === "string" ? file : "",
    inlayHints:
      oneOf<HintMode>(hintModes, section["inlayHints"]) ??
      defaultClientSettings.inlayHints,
  };
}

/** The states of variables that the settings ask for, with the names that were `found` in the process or in a file. */
export function environmentOf(
  settings: ClientSettings,
  found: ReadonlySet<string>,
): EnvironmentStates {
  const mode =
    settings.environment === "unknown"
      ? environmentModes.unknown
      : environmentModes.empty;
  const set = [...found, ...settings.environmentNames];
  return { ...mode, known: new Map(set.map((name) => [name, "set"])) };
}
