import {
  environmentModes,
  type EnvironmentStates,
} from "../../server/src/core/config/environment.ts";

/** An environment in which the named variables are set and no other one of the program's own is. */
export const onlySet = (...names: readonly string[]): EnvironmentStates => ({
  ...environmentModes.unknown,
  own: "unset",
  known: new Map(names.map((name) => [name, "set"])),
});
