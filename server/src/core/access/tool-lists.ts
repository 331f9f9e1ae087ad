import type { ConfigNode } from "../config/config-node.ts";
import { is, type ConfigView } from "../config/config-view.ts";
import type { SettingPattern } from "../config/config-paths.generated.ts";
import { nodesAt } from "../config/settings-at.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { keepingTools } from "../dialects/clawdbot/tools.ts";
import { oncePerView } from "./once-per-view.ts";
import { expanded, ToolNames } from "./tool-names.ts";

/** A list of tools that are allowed, or denied. */
export interface ToolList {
  /** The array. */
  readonly node: ConfigNode;
  readonly kind: "allow" | "deny";
  /** Whom it is for: agents, people of one group, sandboxed sessions, or sub-agents. */
  readonly place: "agents" | "groups" | "sandbox" | "subagents";
  readonly tools: ToolNames;
}

/** Places of lists for agents, for all or one, for all models or those of one provider. */
const agentBlocks = [
  "tools",
  "tools.byProvider.*",
  "agents.list[].tools",
  "agents.list[].tools.byProvider.*",
] as const satisfies readonly SettingPattern[];

/** Places of lists for the people of one group, server or room. */
const groupBlocks = [
  "channels.telegram.groups.*.tools",
  "channels.telegram.accounts.*.groups.*.tools",
  "channels.whatsapp.groups.*.tools",
  "channels.whatsapp.accounts.*.groups.*.tools",
  "channels.discord.guilds.*.tools",
  "channels.discord.guilds.*.channels.*.tools",
  "channels.slack.channels.*.tools",
  "channels.slack.accounts.*.channels.*.tools",
  "channels.imessage.groups.*.tools",
  "channels.imessage.accounts.*.groups.*.tools",
  "channels.bluebubbles.groups.*.tools",
  "channels.bluebubbles.accounts.*.groups.*.tools",
  "channels.msteams.teams.*.tools",
  "channels.msteams.teams.*.channels.*.tools",
  "channels.matrix.groups.*.tools",
  "channels.matrix.rooms.*.tools",
  "channels.nextcloud-talk.rooms.*.tools",
  "channels.nextcloud-talk.accounts.*.rooms.*.tools",
  "channels.zalouser.groups.*.tools",
  "channels.zalouser.accounts.*.groups.*.tools",
] as const satisfies readonly SettingPattern[];

const sandboxBlocks = [
  "tools.sandbox.tools",
  "agents.list[].tools.sandbox.tools",
] as const satisfies readonly SettingPattern[];

const subagentBlocks = [
  "tools.subagents.tools",
] as const satisfies readonly SettingPattern[];

const blocks = [
  ...agentBlocks.map((pattern) => ({ pattern, place: "agents" }) as const),
  ...groupBlocks.map((pattern) => ({ pattern, place: "groups" }) as const),
  ...sandboxBlocks.map((pattern) => ({ pattern, place: "sandbox" }) as const),
  ...subagentBlocks.map(
    (pattern) => ({ pattern, place: "subagents" }) as const,
  ),
];

const kinds = ["allow", "deny"] as const;

/** Every list of tools. */
export const toolListPatterns: readonly [WatchPattern, ...WatchPattern[]] = [
  "tools.allow[]",
  ...blocks
    .flatMap(({ pattern }) =>
      kinds.map((kind) => `${pattern}.${kind}[]` as const),
    )
    .filter((pattern) => pattern !== "tools.allow[]"),
];

const readLists = oncePerView(() => new Map<ConfigNode, ToolNames>());

/** What a list names; undefined where there is no list. */
export function toolsAt(
  config: ConfigView,
  list: ConfigNode | undefined,
): ToolNames | undefined {
  if (list?.kind !== "array") return undefined;
  const known = readLists(config);
  let tools = known.get(list);
  if (tools === undefined) known.set(list, (tools = ToolNames.at(list)));
  return tools;
}

/** Every list of tools in a file. */
export const toolLists = oncePerView((config): readonly ToolList[] => {
  const lists: ToolList[] = [];
  for (const { pattern, place } of blocks) {
    for (const block of nodesAt(config, pattern)) {
      for (const kind of kinds) {
        const node = block.get(kind);
        const tools = toolsAt(config, node);
        if (node !== undefined && tools !== undefined)
          lists.push({ node, kind, place, tools });
      }
    }
  }
  return lists;
});

/** What decides whether tools of the release are there at all. */
export const toolSwitchPatterns = [
  "tools.exec.applyPatch.enabled",
  "tools.web.search.enabled",
  "tools.web.fetch.enabled",
] as const satisfies readonly WatchPattern[];

/** Whether a tool keeps a list in force, or may: some are there only when they are switched on. */
function keeps(config: ConfigView, tool: string): boolean {
  switch (tool) {
    case "apply_patch":
      return is(config.at("tools.exec.applyPatch.enabled"), true);
    case "web_search":
      return !is(config.at("tools.web.search.enabled"), false);
    case "web_fetch":
      return !is(config.at("tools.web.fetch.enabled"), false);
    default:
      return keepingTools.has(tool);
  }
}

/**
 * Whether the program drops a list of allowed tools, so that all are allowed, because none of its items is a tool of the
 * release's own. Lists of sandboxes and sub-agents are never dropped; neither is one whose variables might name such a tool.
 */
export const isDropped = (
  config: ConfigView,
  { kind, place, tools }: Omit<ToolList, "node">,
): boolean =>
  kind === "allow" &&
  (place === "agents" || place === "groups") &&
  !tools.isEmpty &&
  !tools.hasVariables &&
  !expanded(tools.written).some((tool) => keeps(config, tool));
