import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import {
  configFileName,
  ownVariables,
  stateFolderName,
} from "../core/dialects/clawdbot/files.ts";
import {
  stateFiles,
  workspaceName,
} from "../core/dialects/clawdbot/state-files.ts";

/*
 * Where the program finds its files, from the environment and the home folder (its config/paths.js, utils.js,
 * cli/profile.js, agents/workspace.js).
 */

/** The path that a variable holds, `~` being home; undefined for an unset or blank one. */
function pathIn(
  environment: NodeJS.ProcessEnv,
  variable: string,
  home: string,
): string | undefined {
  const given = environment[variable]?.trim();
  return given === undefined || given === ""
    ? undefined
    : resolve(given.replace(/^~(?=$|[\\/])/, home));
}

/** The state directory as the program finds it. */
export const stateDirectory = (
  environment: NodeJS.ProcessEnv,
  home: string = homedir(),
): string =>
  pathIn(environment, ownVariables.stateFolder, home) ??
  join(home, stateFolderName);

/** The config file that the program itself would load. */
export const defaultConfigFile = (
  environment: NodeJS.ProcessEnv,
  home: string = homedir(),
): string =>
  pathIn(environment, ownVariables.configPath, home) ??
  join(stateDirectory(environment, home), configFileName);

/** The folder of credentials that goes with a state directory. */
export const credentialsDirectory = (
  state: string,
  environment: NodeJS.ProcessEnv,
  home: string,
): string =>
  pathIn(environment, ownVariables.credentialsFolder, home) ??
  join(state, ...stateFiles.credentials);

/** The ending that a state directory in the home folder has for `--profile NAME`: "-NAME"; undefined for any other. */
export function profileEnding(state: string, home: string): string | undefined {
  const name = basename(state);
  return dirname(state) === home && name.startsWith(`${stateFolderName}-`)
    ? name.slice(stateFolderName.length)
    : undefined;
}

/** The default agent's workspace, unless the config names another. */
export const defaultWorkspace = (state: string, home: string): string =>
  join(home, workspaceName + (profileEnding(state, home) ?? ""));
