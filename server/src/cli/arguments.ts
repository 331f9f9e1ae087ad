import { parseArgs } from "node:util";
import {
  profiles,
  severities,
  type Profile,
  type Severity,
} from "../core/rules/rule.ts";

/** Wrong use of the command line; the message says what to do. */
export class UsageError extends Error {}

export const formats = ["text", "json"] as const;
export type Format = (typeof formats)[number];

export const environments = ["unknown", "empty", "process"] as const;
export type EnvironmentMode = (typeof environments)[number];

export interface CheckArguments {
  readonly files: readonly string[];
  readonly format: Format;
  readonly profile: Profile;
  readonly environment: EnvironmentMode;
  readonly names: readonly string[];
  readonly environmentFile: string | undefined;
  readonly minimumSeverity: Severity;
  readonly failOn: Severity;
  /** Whether files beside the config are looked at, their permissions above all. */
  readonly fileSystem: boolean;
  readonly stdin: boolean;
  readonly stdinFileName: string;
}

function choice<T extends string>(
  option: string,
  allowed: readonly T[],
  value: string | undefined,
  otherwise: T,
): T {
  if (value === undefined) return otherwise;
  const chosen = allowed.find((each) => each === value);
  if (chosen === undefined)
    throw new UsageError(
      `--${option} takes one of ${allowed.join(", ")}, not "${value}"`,
    );
  return chosen;
}

/** Reads the arguments of `check`. Throws a UsageError on anything it does not know. */
export function checkArguments(args: readonly string[]): CheckArguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        profile: { type: "string" },
        environment: { type: "string" },
        env: { type: "string", multiple: true },
        "env-file": { type: "string" },
        "min-severity": { type: "string" },
        "fail-on": { type: "string" },
        "no-fs": { type: "boolean" },
        stdin: { type: "boolean" },
        "stdin-filename": { type: "string" },
      },
    });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : "unknown option",
    );
  }
  const { values, positionals } = parsed;
  if (values.stdin === true && positionals.length > 0)
    throw new UsageError("--stdin takes no FILE");
  return {
    files: positionals,
    format: choice("format", formats, values.format, "text"),
    profile: choice("profile", profiles, values.profile, "recommended"),
    environment: choice(
      "environment",
      environments,
      values.environment,
      "unknown",
    ),
    names: values.env ?? [],
    environmentFile: values["env-file"],
    minimumSeverity: choice(
      "min-severity",
      severities,
      values["min-severity"],
      "hint",
    ),
    failOn: choice("fail-on", severities, values["fail-on"], "error"),
    fileSystem: values["no-fs"] !== true,
    stdin: values.stdin ?? false,
    stdinFileName: values["stdin-filename"] ?? "clawdbot.json",
  };
}
