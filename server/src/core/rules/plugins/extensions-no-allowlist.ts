import {
  pluginFolders,
  stateExtensions,
} from "../../access/installed-plugins.ts";
import {
  ownVariablePatterns,
  ownVariableState,
} from "../../access/own-variables.ts";
import {
  is,
  type ConfigView,
  type DottedPath,
  type Lookup,
} from "../../config/config-view.ts";
import { shortPath } from "../../config/file-names.ts";
import { defineRule } from "../rule.ts";

/**
 * The channels that offer a plugin's skills as commands, what shows that one is set up, and whether it offers them unless told
 * otherwise (security/audit-extra.js, config/commands.js).
 */
const surfaces = [
  {
    id: "discord",
    keys: ["token"],
    variables: ["DISCORD_BOT_TOKEN"],
    byItself: true,
  },
  {
    id: "telegram",
    keys: ["botToken", "tokenFile"],
    variables: ["TELEGRAM_BOT_TOKEN"],
    byItself: true,
  },
  {
    id: "slack",
    keys: ["botToken", "appToken"],
    variables: ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"],
    byItself: false,
  },
] as const;
type Surface = (typeof surfaces)[number];

const isWritten = (lookup: Lookup): boolean =>
  lookup.state === "env" ||
  (lookup.state === "set" &&
    typeof lookup.value === "string" &&
    lookup.value.trim() !== "");

function isSetUp(
  config: ConfigView,
  { id, keys, variables }: Surface,
): boolean {
  const blocks = [
    ["channels", id],
    ...config
      .entries(["channels", id, "accounts"])
      .map(({ lookup }) => lookup.path),
  ];
  return (
    blocks.some((block) =>
      keys.some((key) => isWritten(config.at([...block, key]))),
    ) || variables.some((name) => ownVariableState(config, name) === "set")
  );
}

function offersSkills(config: ConfigView, { id, byItself }: Surface): boolean {
  const own = config.at(["channels", id, "commands", "nativeSkills"]);
  const setting =
    own.state === "absent" ? config.at("commands.nativeSkills") : own;
  if (is(setting, true)) return true;
  return byItself && !is(setting, false);
}

const allow: DottedPath = "plugins.allow";

export const pluginsExtensionsNoAllowlist = defineRule({
  code: "plugins.extensions_no_allowlist",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "plugins.enabled",
    "plugins.allow[]",
    "commands.nativeSkills",
    "channels.discord.token",
    "channels.discord.accounts.*.token",
    "channels.discord.commands.nativeSkills",
    "channels.telegram.botToken",
    "channels.telegram.tokenFile",
    "channels.telegram.accounts.*.botToken",
    "channels.telegram.accounts.*.tokenFile",
    "channels.telegram.commands.nativeSkills",
    "channels.slack.botToken",
    "channels.slack.appToken",
    "channels.slack.accounts.*.botToken",
    "channels.slack.accounts.*.appToken",
    "channels.slack.commands.nativeSkills",
    ...ownVariablePatterns,
  ],
  fixable: "never",
  whyNoFix:
    "Which plugins you trust is yours to say, and the list has to name Clawdbot's own plugins for your channels too.",
  docs: {
    summary: "Plugins are installed, and none is named as allowed",
    why: "Without `plugins.allow` every folder in `extensions` of the state folder is loaded, with all the rights of the gateway. Whatever puts a folder there runs at the next start.",
    remedy:
      "Set `plugins.allow` to the ids of the plugins you trust, those of your channels (`telegram`, `discord`, ...) among them.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" }, plugins: { allow: ["telegram"] } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "drwx------ ~/.clawdbot/extensions",
          "drwx------ ~/.clawdbot/extensions/weather",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "drwx------ ~/.clawdbot/extensions",
          "drwx------ ~/.clawdbot/extensions/weather",
        ],
      },
    },
    since: "next",
    calm: "It speaks only about a config that a Clawdbot on this machine loads, with plugins on and at least one folder in `extensions`. It is an error where a channel that is set up offers the skills of plugins as commands, as in the audit.",
    upstream: { relation: "same", checkId: "plugins.extensions_no_allowlist" },
  },
  *check(config) {
    const { machine } = config.situation;
    if (machine?.place.loaded === undefined) return;
    if (is(config.at("plugins.enabled"), false)) return;
    if (config.items(allow).length > 0) return;
    const extensions = stateExtensions(machine);
    const { length } = pluginFolders(machine, extensions);
    if (length === 0) return;
    const exposed = surfaces.filter(
      (surface) => isSetUp(config, surface) && offersSkills(config, surface),
    );
    const what =
      length === 1
        ? "the plugin is loaded that lies"
        : `all ${length} plugins are loaded that lie`;
    const offered =
      exposed.length === 0
        ? ""
        : `, and what they can do is offered as commands on ${exposed.map(({ id }) => id).join(" and ")}`;
    yield {
      at: config.at(allow),
      ...(exposed.length === 0
        ? {}
        : { severity: { recommended: "error", strict: "error" } as const }),
      message: `plugins.allow names nobody, so ${what} in ${shortPath(extensions, machine.place.home)}${offered}`,
    };
  },
});
