/**
 * The release's own tools, how lists of tools are read, and what a sandbox allows.
 * Sources, all of 2026.1.24-3: agents/tool-policy.js, agents/sandbox/constants.js, infra/exec-approvals.js,
 * agents/bash-tools.exec.js, channels/dock.js.
 */

/** Other names under which a tool is accepted in lists. */
export const toolAliases: Readonly<Record<string, string>> = {
  bash: "exec",
  "apply-patch": "apply_patch",
};

/** Names that stand for several tools. `group:plugins` stands for whatever tools plugins bring. */
export const toolGroups = {
  "group:memory": ["memory_search", "memory_get"],
  "group:web": ["web_search", "web_fetch"],
  "group:fs": ["read", "write", "edit", "apply_patch"],
  "group:runtime": ["exec", "process"],
  "group:sessions": [
    "sessions_list",
    "sessions_history",
    "sessions_send",
    "sessions_spawn",
    "session_status",
  ],
  "group:ui": ["browser", "canvas"],
  "group:automation": ["cron", "gateway"],
  "group:messaging": ["message"],
  "group:nodes": ["nodes"],
  "group:clawdbot": [
    "browser",
    "canvas",
    "nodes",
    "cron",
    "message",
    "gateway",
    "agents_list",
    "sessions_list",
    "sessions_history",
    "sessions_send",
    "sessions_spawn",
    "session_status",
    "memory_search",
    "memory_get",
    "web_search",
    "web_fetch",
    "image",
  ],
  "group:plugins": [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What `tools.profile` allows; an undefined list allows everything. */
export const toolProfiles: Readonly<
  Record<string, readonly string[] | undefined>
> = {
  minimal: ["session_status"],
  coding: [
    "group:fs",
    "group:runtime",
    "group:sessions",
    "group:memory",
    "image",
  ],
  messaging: [
    "group:messaging",
    "sessions_list",
    "sessions_history",
    "sessions_send",
    "session_status",
  ],
  full: undefined,
};

/** Every tool of the release, those of its memory plugin included. */
export const coreTools: readonly string[] = [
  ...new Set([...Object.values(toolGroups).flat(), "tts"]),
];

/** Tools of bundled plugins, by plugin; in lists a plugin's id stands for all of its tools (plugins/tools.js). */
export const pluginTools: Readonly<Record<string, readonly string[]>> = {
  "memory-core": ["memory_search", "memory_get"],
  "memory-lancedb": ["memory_recall", "memory_store", "memory_forget"],
  "llm-task": ["llm-task"],
  lobster: ["lobster"],
  "voice-call": ["voice_call"],
  zalouser: ["zalouser"],
};

/** A tool that channel plugins bring; it counts as the release's own (agents/channel-tools.js). */
export const channelTools: readonly string[] = ["whatsapp_login"];

/**
 * Tools that keep a list of allowed tools in force. A list that names none of them, letter by letter or by a group, is
 * dropped, so that every tool is allowed; a pattern such as `web_*` is no name, and memory tools are a plugin's
 * (agents/tool-policy.js, stripPluginOnlyAllowlist; agents/pi-tools.js).
 */
export const keepingTools: ReadonlySet<string> = new Set(
  [...coreTools, ...channelTools].filter(
    (tool) => !Object.values(pluginTools).flat().includes(tool),
  ),
);

/** What a sandboxed agent may use unless `tools.sandbox.tools` says otherwise. */
export const sandboxTools = {
  allow: [
    "exec",
    "process",
    "read",
    "write",
    "edit",
    "apply_patch",
    "image",
    "sessions_list",
    "sessions_history",
    "sessions_send",
    "sessions_spawn",
    "session_status",
  ],
  deny: [
    "browser",
    "canvas",
    "nodes",
    "cron",
    "gateway",
    "telegram",
    "whatsapp",
    "discord",
    "googlechat",
    "slack",
    "signal",
    "imessage",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Programs that run without approval when they only read their standard input. */
export const safeBins: readonly string[] = [
  "jq",
  "grep",
  "cut",
  "sort",
  "uniq",
  "head",
  "tail",
  "tr",
  "wc",
];

const named = (
  how: string,
  names: string,
): readonly (readonly [string, string])[] =>
  names.split(" ").map((name) => [name, how] as const);

/**
 * Programs that are harmful with arguments that name no file, with how. The test for safe programs looks for file names in
 * arguments alone (infra/exec-approvals.js, isSafeBinUsage).
 */
export const safeBinsThatRunOthers: ReadonlyMap<string, string> = new Map([
  ...named(
    "is a shell",
    "sh bash zsh dash ash ksh fish csh tcsh busybox pwsh powershell cmd",
  ),
  ...named(
    "runs any program text it is given",
    "python python2 python3 node nodejs deno bun perl ruby php lua luajit tclsh osascript awk gawk mawk nawk sed gsed",
  ),
  ...named(
    "starts other programs",
    "env xargs find fd parallel nohup nice timeout time watch setsid stdbuf sudo su doas exec eval command make just npm npx pnpm yarn pip pip3 uv cargo go docker podman kubectl systemctl systemd-run launchctl at crontab tmux screen strace gdb git tar zip rsync man less more vi vim nvim emacs ed ex",
  ),
  ...named(
    "sends and fetches what it is told",
    "curl wget nc ncat netcat socat ssh scp sftp telnet ftp openssl aws gcloud gsutil az mail sendmail",
  ),
  ...named(
    "writes files",
    "tee dd cp mv ln install truncate rm shred chmod chown",
  ),
]);

/** Providers whose senders may use elevated tools when `tools.elevated.allowFrom` has no list for them. */
export const elevatedFallbacks: readonly {
  readonly provider: string;
  readonly path: readonly string[];
}[] = [
  { provider: "discord", path: ["channels", "discord", "dm", "allowFrom"] },
];
