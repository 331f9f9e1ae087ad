/**
 * Names of files, folders and variables of release 2026.1.24-3.
 * Sources: config/paths.js, config/io.js, cli/profile.js, gateway/auth.js, browser/config.js, agents/auth-profiles.
 */

/** The file the program loads from its state folder, whatever else lies there. */
export const configFileName = "clawdbot.json";

/** Names under which a config is recognised; `moltbot.json` is the same format under a short-lived later name. */
export const configFileNames = [
  "clawdbot.json",
  "clawdbot.json5",
  "moltbot.json",
] as const;

/** Endings of names under which a config is recognised, such as `home.clawdbot.json`. */
export const configFileSuffixes = [
  ".clawdbot.json",
  ".clawdbot.json5",
] as const;

/** The state folder in the home folder; `--profile NAME` appends `-NAME`, `--dev` appends `-dev`. */
export const stateFolderName = ".clawdbot";

/** The variables the program reads by itself, by what they mean. */
export const ownVariables = {
  gatewayToken: "CLAWDBOT_GATEWAY_TOKEN",
  gatewayPassword: "CLAWDBOT_GATEWAY_PASSWORD",
  gatewayPort: "CLAWDBOT_GATEWAY_PORT",
  browserControlToken: "CLAWDBOT_BROWSER_CONTROL_TOKEN",
  browserControlUrl: "CLAWDBOT_BROWSER_CONTROL_URL",
  configPath: "CLAWDBOT_CONFIG_PATH",
  stateFolder: "CLAWDBOT_STATE_DIR",
  credentialsFolder: "CLAWDBOT_OAUTH_DIR",
} as const;

/** The file beside the config that is read for variables, after the one of the working folder. */
export const environmentFileName = ".env";

/** What a rewrite by the program leaves behind: the former file, with its former mode, and four older ones. */
export const backupSuffixes = [
  ".bak",
  ".bak.1",
  ".bak.2",
  ".bak.3",
  ".bak.4",
] as const;
