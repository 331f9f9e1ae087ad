import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { VariableState } from "../config/environment.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";

/** What `ownVariableState` reads. */
export const ownVariablePatterns = [
  "env.*",
  "env.vars.*",
] as const satisfies readonly WatchPattern[];

/** Where the file's own `env` block gives the variable a value, for when nothing else does (config/env-vars.js). */
export function variableInFile(
  config: ConfigView,
  variable: string,
): Lookup | undefined {
  const inVars = config.at(["env", "vars", variable]);
  if (inVars.state === "env") return inVars;
  if (inVars.state === "set" && inVars.value !== "") return inVars;
  const direct = config.at(["env", variable]);
  if (direct.state === "env") return direct;
  return direct.state === "set" &&
    typeof direct.value === "string" &&
    direct.value.trim() !== ""
    ? direct
    : undefined;
}

/** The state of a variable that the program reads by itself, the file's own `env` block included. */
export const ownVariableState = (
  config: ConfigView,
  variable: string,
): VariableState =>
  variableInFile(config, variable) !== undefined
    ? "set"
    : config.variable(variable);
