import { parseArgs } from "node:util";
import {
  environmentKinds,
  type EnvironmentKind,
} from "../core/config/environment.ts";
import type { GivenSettings } from "../core/features/lint-file/given-settings.ts";
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

export interface CheckArguments {
  readonly files: readonly string[];
  readonly format: Format;
  /** What was asked for; the shared configuration says the rest. */
  readonly given: GivenSettings;
  /** The shared configuration to obey, instead of the one that each config has. */
  readonly lintFile: string | undefined;
  /** Whether files beside the config are looked at, their permissions above all. */
  readonly fileSystem: boolean;
  readonly stdin: boolean;
  readonly stdinFileName: string;
}

function choice<T extends string>(
  option: string,
  allowed: readonly T[],
  value: string | undefined,
): T | undefined {
  if (value === undefined) return undefined;
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
        config: { type: "string" },
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
    format: choice("format", formats, values.format) ?? "text",
    given: {
      ...present(
        "profile",
        choice<Profile>("profile", profiles, values.profile),
      ),
      ...present(
        "minSeverity",
        choice<Severity>("min-severity", severities, values["min-severity"]),
      ),
      ...present(
        "failOn",
        choice<Severity>("fail-on", severities, values["fail-on"]),
      ),
      environment: {
        ...present(
          "mode",
          choice<EnvironmentKind>(
            "environment",
            environmentKinds,
            values.environment,
          ),
        ),
        names: values.env ?? [],
        ...present("file", values["env-file"]),
      },
    },
    lintFile: values.config,
    fileSystem: values["no-fs"] !== true,
    stdin: values.stdin ?? false,
    stdinFileName: values["stdin-filename"] ?? "clawdbot.json",
  };
}

/** A member that is there only when it has a value. */
const present = <K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [_ in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [_ in K]: V });
