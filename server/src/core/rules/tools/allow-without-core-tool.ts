import {
  isDropped,
  toolListPatterns,
  toolLists,
  toolSwitchPatterns,
  type ToolList,
} from "../../access/tool-lists.ts";
import { expanded } from "../../access/tool-names.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import { channelRow } from "../../dialects/clawdbot/channels.ts";
import { plugins } from "../../dialects/clawdbot/plugins.ts";
import {
  keepingTools,
  pluginTools,
  toolGroups,
} from "../../dialects/clawdbot/tools.ts";
import { nearest } from "../../text/nearest.ts";
import { hasOtherPlugins } from "../config/unknown-ids.ts";
import { defineRule, pathText } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** A tool that does nothing but tell how the conversation stands; it keeps a list in force. */
const harmless = "session_status";

/** Names that keep a list in force, groups included. */
const keeping: readonly string[] = [
  ...keepingTools,
  ...Object.keys(toolGroups).filter((group) =>
    expanded([group]).some((tool) => keepingTools.has(tool)),
  ),
];

/** Corrections of names that are probably slips of the pen. */
function correction({ tools }: ToolList): Fix | undefined {
  const slips = tools.entries.flatMap(({ name, node }) => {
    const meant = name === undefined ? undefined : nearest(name, keeping)?.word;
    return meant === undefined ? [] : [{ path: node.path, meant }];
  });
  return slips.length === 0
    ? undefined
    : {
        title: `Change to ${slips.map(({ meant }) => meant).join(", ")}`,
        safety: "review",
        preferred: true,
        asks: "The list will then hold: tools that it does not name go away.",
        changes: slips.map(
          ({ path, meant }) => ({ op: "set", path, value: meant }) as const,
        ),
      };
}

/**
 * Tools and plugins whose tools have to be asked for in a list: a list of nothing else is the documented way to do so, and
 * is dropped on purpose. Memory tools are there without being asked for.
 */
const optIns: ReadonlySet<string> = new Set([
  "group:plugins",
  ...plugins
    .filter(({ channel, slot }) => channel !== true && slot === undefined)
    .flatMap(({ id }) => [id, ...(pluginTools[id] ?? [])]),
]);

/** Whether a list asks for plugins' tools and means to limit nothing. */
const asksForPlugins = (
  { tools }: ToolList,
  hasOtherPlugins: boolean,
): boolean =>
  tools.written.every(
    (name) =>
      optIns.has(name) ||
      (hasOtherPlugins &&
        !name.includes("*") &&
        !name.startsWith("group:") &&
        !memoryTools.has(name) &&
        channelRow(name) === undefined &&
        nearest(name, keeping) === undefined),
  );

const memoryTools: ReadonlySet<string> = new Set([
  ...(pluginTools["memory-core"] ?? []),
  ...(pluginTools["memory-lancedb"] ?? []),
]);

/** What the items are instead of tools of the release. */
const reason = ({ tools }: ToolList): string =>
  tools.written.every((name) => name.includes("*"))
    ? "patterns alone do not keep a list in force"
    : "none of its names is a tool of Clawdbot's own";

/** The profile that still limits those a list is for: an agent's own, else everybody's. */
function profileFor(
  config: ConfigView,
  { node }: ToolList,
): Lookup | undefined {
  const path = node.path;
  const own =
    path[0] === "agents"
      ? [...path.slice(0, 3), "tools", "profile"]
      : undefined;
  for (const place of [
    ...(own === undefined ? [] : [own]),
    ["tools", "profile"],
  ]) {
    const profile = config.at(place);
    if (profile.state !== "absent")
      return is(profile, "full") ? undefined : profile;
  }
  return undefined;
}

export const toolsAllowWithoutCoreTool = defineRule({
  code: "tools.allow_without_core_tool",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...toolListPatterns,
    ...toolSwitchPatterns,
    "tools.profile",
    "agents.list[].tools.profile",
    "plugins.load.paths[]",
    "plugins.installs.*",
  ],
  fixable: "always",
  docs: {
    summary: "A list of allowed tools is dropped, so all are allowed",
    why: "Clawdbot keeps a list in force only if it names one of its own tools, letter by letter or by a group. A list of misspelt names, of channels, of memory tools or of patterns such as `web_*` is dropped whole, with a line in the log, and the agent has every tool, exec included.",
    remedy:
      "Correct the names, or add a tool of Clawdbot's own, such as `session_status`, which does nothing but tell how a conversation stands.",
    bad: `{ gateway: { mode: "local" }, tools: { allow: ["raed", "web-ferch"] } }`,
    good: `{ gateway: { mode: "local" }, tools: { allow: ["read", "web_fetch"] } }`,
    since: "next",
    calm: 'It needs a list in which every item is certainly no tool of the release: a variable could be one, a tool that is only sometimes there counts as there. A list of plugins\' tools alone is how such tools are asked for, and `["*"]` changes nothing: they are no finding. Where a profile limits the tools as well it is an info.',
    upstream: toolsNotAudited,
  },
  *check(config) {
    const lists = toolLists(config);
    if (lists.length === 0) return;
    const hasOthers = hasOtherPlugins(config, config.situation);
    for (const list of lists) {
      if (!isDropped(config, list)) continue;
      if (asksForPlugins(list, hasOthers)) continue;
      const allowsAll = [...keepingTools].every((tool) =>
        list.tools.names(tool),
      );
      if (allowsAll) continue;
      const fix = correction(list);
      const at = lookupOfNode(list.node);
      const keep: Fix = {
        title: `Keep the list in force: add ${harmless}`,
        safety: "review",
        preferred: fix === undefined,
        asks: "The list will then hold: tools that it does not name go away.",
        changes: [{ op: "append", path: at.path, value: harmless }],
      };
      const profile = profileFor(config, list);
      yield {
        at,
        message: `${pathText(at.path)} is dropped and limits nothing: ${reason(list)}`,
        ...(profile === undefined
          ? {}
          : {
              severity: { recommended: "info", strict: "warning" } as const,
              related: [
                { at: profile, message: "This profile alone limits the tools" },
              ],
            }),
        fixes: fix === undefined ? [keep] : [fix, keep],
      };
    }
  },
});
