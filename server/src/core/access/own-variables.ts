import type { ConfigView } from "../config/config-view.ts";
import type { VariableState } from "../config/environment.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";

/** What `ownVariableState` reads. */
export const ownVariablePatterns = [
  "env.*",
  "env.vars.*",
] as const satisfies readonly WatchPattern[];

/** Whether the file's own `env` block gives the variable a value where nothing else does (config/env-vars.js). */
function isSetByFile(config: ConfigView, variable: string): boolean {
  const inVars = config.at(["env", "vars", variable]);
  if (inVars.state === "env") return true;
  if (inVars.state === "set" && inVars.value !== "") return true;
  const direct = config.at(["env", variable]);
  if (direct.state === "env") return true;
  return (
    direct.state === "set" &&
    typeof direct.value === "string" &&
    direct.value.trim() !== ""
  );
}

/** The state of a variable that the program reads by itself, the file's own `env` block included. */
export const ownVariableState = (
  config: ConfigView,
  variable: string,
): VariableState =>
  isSetByFile(config, variable) ? "set" : config.variable(variable);
