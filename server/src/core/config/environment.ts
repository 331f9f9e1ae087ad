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

/** Where states come from: from nowhere, from the given names alone, or from a process as well. */
export const environmentKinds = ["unknown", "empty", "process"] as const;
export type EnvironmentKind = (typeof environmentKinds)[number];

/** The states in an environment of a kind, in which these variables are set. */
export function environmentWith(
  kind: EnvironmentKind,
  set: Iterable<string>,
): EnvironmentStates {
  const mode =
    kind === "unknown" ? environmentModes.unknown : environmentModes.empty;
  return {
    ...mode,
    known: new Map(Array.from(set, (name) => [name, "set"] as const)),
  };
}

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
