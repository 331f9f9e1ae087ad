import { hintModes, type HintMode } from "../core/features/inlay-hints.ts";
import {
  environmentKinds,
  type EnvironmentKind,
} from "../core/config/environment.ts";
import {
  currentCode,
  noSuchProblem,
  standingOf,
} from "../core/features/acceptance/codes.ts";
import type { GivenSettings } from "../core/features/lint-file/given-settings.ts";
import {
  profiles,
  severities,
  type Profile,
  type Severity,
} from "../core/rules/rule.ts";

/** The section `clawdbot` of the client's settings, after validation: what is unusable is left out. */
export interface ClientSettings {
  /** What was set explicitly. Our own client sends nothing else; of any other client all that it sends is explicit. */
  readonly given: GivenSettings;
  /** What `rules` asks for in vain, for the log. */
  readonly complaints: readonly string[];
  /** Whether files beside the config are looked at. */
  readonly filesystemChecks: boolean;
  readonly inlayHints: HintMode;
}

export const defaultClientSettings: ClientSettings = {
  given: {},
  complaints: [],
  filesystemChecks: true,
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
  const complaints: string[] = [];
  if (isRecord(section["rules"])) {
    for (const [code, level] of Object.entries(section["rules"])) {
      const standing = standingOf(code);
      if (standing === "unknown")
        complaints.push(`clawdbot.rules: ${noSuchProblem(code)}`);
      if (standing === "verdict")
        complaints.push(
          `clawdbot.rules: ${code} is Clawdbot's own verdict, its severity cannot be changed`,
        );
      const known = oneOf<Severity | "off">([...severities, "off"], level);
      if (known !== undefined) rules.set(currentCode(code), known);
    }
  }
  const profile = oneOf<Profile>(profiles, section["profile"]);
  const mode = oneOf<EnvironmentKind>(environmentKinds, section["environment"]);
  const names = section["environmentNames"];
  const file = section["environmentFile"];
  return {
    given: {
      ...(profile === undefined ? {} : { profile }),
      rules,
      environment: {
        ...(mode === undefined ? {} : { mode }),
        names: Array.isArray(names)
          ? names.filter((name) => typeof name === "string")
          : [],
        // An absolute path; "" for none.
        ...(typeof file === "string" && file !== "" ? { file } : {}),
      },
    },
    complaints,
    filesystemChecks: section["filesystemChecks"] !== false,
    inlayHints:
      oneOf<HintMode>(hintModes, section["inlayHints"]) ??
      defaultClientSettings.inlayHints,
  };
}
