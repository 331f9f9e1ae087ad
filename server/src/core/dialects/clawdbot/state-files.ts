/**
 * What lies in the state folder and around it, in release 2026.1.24-3.
 * Sources: config/paths.js, config/io.js, security/audit.js, security/audit-extra.js, plugins/discovery.js, agents/workspace.js,
 * infra/exec-approvals.js, infra/tls/gateway.js, logging/logger.js.
 */

/** Folders and files of the state folder, as segments below it. */
export const stateFiles = {
  credentials: ["credentials"],
  extensions: ["extensions"],
  agents: ["agents"],
  environment: [".env"],
  /** Below `agents/<id>`. */
  authProfiles: ["agent", "auth-profiles.json"],
  /** Below `agents/<id>`. */
  sessionsStore: ["sessions", "sessions.json"],
  tlsKey: ["gateway", "tls", "gateway-key.pem"],
} as const;

/**
 * What a running gateway leaves in its state folder. A folder that holds two of these is one; a single name may be chance, as
 * a checkout may have `agents` of its own.
 */
export const stateFolderMarks: readonly string[] = [
  "agents",
  "credentials",
  "cron",
  "devices",
  "exec-approvals.json",
  "identity",
  "media",
];

/** Fewer marks than this are no evidence. */
export const enoughMarks = 2;

/** The approvals of commands always lie in the home folder, wherever the state folder is. */
export const execApprovals = [".clawdbot", "exec-approvals.json"] as const;

/** Where the log goes unless `logging.file` says otherwise. */
export const defaultLogFolder = "/tmp/clawdbot";

/** The default agent's workspace in the home folder; `--profile NAME` appends `-NAME`. */
export const workspaceName = "clawd";

/** Where a workspace keeps plugins of its own, below it. */
export const workspaceExtensions = [".clawdbot", "extensions"] as const;

/** What makes a folder of `extensions` a plugin; the gateway loads none without it. */
export const pluginManifest = "clawdbot.plugin.json";

/** Words in a path that the audit takes for a folder that is copied to other devices. */
export const syncedFolderWords: readonly string[] = [
  "icloud",
  "dropbox",
  "google drive",
  "googledrive",
  "onedrive",
];

/** How macOS itself names the folder of iCloud Drive; the audit does not know it. */
export const iCloudFolder = "com~apple~clouddocs";

/** Settings that name a file with a secret in it, and what is in it. */
export const secretFileSettings = [
  {
    path: ["channels", "telegram", "tokenFile"],
    account: ["channels", "telegram", "accounts"],
    holds: "the bot's token",
  },
  {
    path: ["channels", "googlechat", "serviceAccountFile"],
    account: ["channels", "googlechat", "accounts"],
    holds: "a service account's key",
  },
  {
    path: ["gateway", "remote", "sshIdentity"],
    account: undefined,
    holds: "an SSH key",
  },
] as const;
