import {
  isDropped,
  toolListPatterns,
  toolLists,
  toolSwitchPatterns,
} from "../../access/tool-lists.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import {
  channelTools,
  coreTools,
  pluginTools,
  toolAliases,
  toolGroups,
} from "../../dialects/clawdbot/tools.ts";
import { plugins } from "../../dialects/clawdbot/plugins.ts";
import { nearest } from "../../text/nearest.ts";
import { noteAs } from "../config/refused.ts";
import { hasOtherPlugins, idPatterns } from "../config/unknown-ids.ts";
import { defineRule, type SeverityByProfile } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** Everything a list may name: tools, groups, plugins, and the channels that stand in the usual list of sandboxes. */
const known: ReadonlySet<string> = new Set([
  ...coreTools,
  ...channelTools,
  ...Object.values(pluginTools).flat(),
  ...Object.keys(toolGroups),
  ...plugins.map(({ id }) => id),
  ...channels.map(({ id }) => id),
]);

/** What a slip of the pen may have meant: tools and groups, not plugins that happen to sound alike. */
const meanable: readonly string[] = [
  ...new Set([
    ...coreTools,
    ...Object.keys(toolGroups),
    ...Object.keys(toolAliases),
  ]),
];

/** What else is called a tool elsewhere, and how it is called here. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["shell", "exec"],
  ["terminal", "exec"],
  ["command", "exec"],
  ["run", "exec"],
  ["system.run", "nodes"],
  ["websearch", "web_search"],
  ["search", "web_search"],
  ["webfetch", "web_fetch"],
  ["fetch", "web_fetch"],
  ["file_read", "read"],
  ["read_file", "read"],
  ["file_write", "write"],
  ["write_file", "write"],
  ["filesystem", "group:fs"],
  ["fs", "group:fs"],
  ["web", "group:web"],
  ["runtime", "group:runtime"],
  ["sessions", "group:sessions"],
  ["memory", "group:memory"],
  ["ui", "group:ui"],
  ["automation", "group:automation"],
  ["messaging", "group:messaging"],
  ["messages", "message"],
  ["send_message", "message"],
  ["node", "nodes"],
  ["subagents", "sessions_spawn"],
  ["config", "gateway"],
]);

const meant = (name: string): string | undefined =>
  otherNames.get(name) ?? nearest(name, meanable)?.word;

/** How bad a name is that denies nothing: a slip leaves a tool undenied that was to be denied. */
const inVain = {
  slip: { recommended: "error", strict: "error" },
  foreign: { recommended: "warning", strict: "warning" },
} as const satisfies Readonly<Record<string, SeverityByProfile>>;

export const toolsUnknownTool = defineRule({
  code: "tools.unknown_tool",
  effect: "risk",
  severity: noteAs("info"),
  watches: [...toolListPatterns, ...toolSwitchPatterns, ...idPatterns],
  fixable: "sometimes",
  docs: {
    summary: "A list of tools names one that does not exist",
    why: "A name that fits no tool is passed over in silence. In a list of denied tools that leaves the one that was meant allowed; in a list of allowed ones the agent goes without it.",
    remedy:
      "Write the name as Clawdbot does, such as `exec`, `web_fetch` or `group:fs`.",
    bad: `{ gateway: { mode: "local" }, tools: { deny: ["brwoser"] } }`,
    good: `{ gateway: { mode: "local" }, tools: { deny: ["browser"] } }`,
    since: "next",
    calm: "It knows the tools, groups and plugins of the release. Where the file or the state folder has plugins of other makers, only what looks like a slip of the pen is reported. A slip that leaves a tool undenied is an error, another name that denies nothing a warning, one that allows nothing an info.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    const lists = toolLists(config);
    if (lists.length === 0) return;
    const hasOthers = hasOtherPlugins(config, config.situation);
    for (const list of lists) {
      // Of a list that is dropped whole, tools.allow_without_core_tool says so.
      if (isDropped(config, list)) continue;
      for (const { name, node } of list.tools.entries) {
        if (name === undefined || name.includes("*") || known.has(name))
          continue;
        const word = meant(name);
        if (word === undefined && hasOthers && !name.startsWith("group:"))
          continue;
        const at = lookupOfNode(node);
        yield {
          at,
          message: `Clawdbot has no ${name.startsWith("group:") ? "group of tools" : "tool"} ${JSON.stringify(name)}${list.kind === "deny" ? ", so this denies nothing" : ""}${word === undefined ? "" : `; did you mean "${word}"?`}`,
          ...(list.kind === "deny"
            ? { severity: inVain[word === undefined ? "foreign" : "slip"] }
            : {}),
          fixes:
            word === undefined
              ? []
              : [
                  {
                    title: `Change to "${word}"`,
                    safety: "review",
                    preferred: true,
                    changes: [{ op: "set", path: at.path, value: word }],
                  },
                ],
        };
      }
    }
  },
});
