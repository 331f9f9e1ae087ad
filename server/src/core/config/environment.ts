/**
 * What is known about environment variables. The core receives states, never values: a value could be a secret.
 */

/** `unknown`: nobody told us; a rule must stay silent or say "unless … is set". */
export type VariableState = "set" | "unset" | "unknown";

/** How the host wants variables to be judged, with the names it has news of. */
export interface EnvironmentStates {
  /** State of names that the config references and `known` does not list. */
  readonly referenced: "set" | "unset";
  /** State of the program's own variables, such as CLAWDBOT_GATEWAY_TOKEN, that `known` does not list. */
  readonly own: "unknown" | "unset";
  /** Names whose state is known: given by the user, or read from a process or an `.env` file. */
  readonly known: ReadonlyMap<string, "set" | "unset">;
}

/** The modes of `--environment`, before names are added. */
export const environmentModes = {
  unknown: { referenced: "set", own: "unknown", known: new Map() },
  empty: { referenced: "unset", own: "unset", known: new Map() },
} satisfies Record<string, EnvironmentStates>;

/** The state of a variable that the config text references as `${NAME}`. */
export const referencedState = (
  environment: EnvironmentStates,
  name: string,
): "set" | "unset" => environment.known.get(name) ?? environment.referenced;

/** The state of a variable that the program reads by itself. */
export const ownState = (
  environment: EnvironmentStates,
  name: string,
): VariableState => environment.known.get(name) ?? environment.own;
