import {
  isDropped,
  toolListPatterns,
  toolLists,
  toolSwitchPatterns,
  type ToolList,
} from "../../access/tool-lists.ts";
import { expanded, matchesTool } from "../../access/tool-names.ts";
import type { Fix } from "../../config/fix.ts";
import { keepingTools, toolGroups } from "../../dialects/clawdbot/tools.ts";
import { nearest } from "../../text/nearest.ts";
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
function correction({ entries }: ToolList): Fix | undefined {
  const slips = entries.flatMap(({ name, lookup }) => {
    const meant = name === undefined ? undefined : nearest(name, keeping)?.word;
    return meant === undefined ? [] : [{ path: lookup.path, meant }];
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

/** What the items are instead of tools of the release. */
function reason({ entries }: ToolList): string {
  const names = entries.flatMap(({ name }) => name ?? []);
  if (names.every((name) => name.includes("*")))
    return "patterns alone do not keep a list in force";
  return "none of its names is a tool of Clawdbot's own";
}

export const toolsAllowWithoutCoreTool = defineRule({
  code: "tools.allow_without_core_tool",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["tools.allow[]", ...toolListPatterns, ...toolSwitchPatterns],
  fixable: "always",
  docs: {
    summary: "A list of allowed tools is dropped, so all are allowed",
    why: "Clawdbot keeps a list in force only if it names one of its own tools, letter by letter or by a group. A list of misspelt names, of plugins' tools, of memory tools or of patterns such as `web_*` is dropped whole, with a line in the log, and the agent has every tool, exec included.",
    remedy:
      "Correct the names, or add a tool of Clawdbot's own, such as `session_status`, which does nothing but tell how a conversation stands.",
    bad: `{ gateway: { mode: "local" }, tools: { allow: ["raed", "web-ferch"] } }`,
    good: `{ gateway: { mode: "local" }, tools: { allow: ["read", "web_fetch"] } }`,
    since: "next",
    calm: 'It needs a list in which every item is certainly no tool of the release: a variable could be one, a tool that is only sometimes there counts as there. `["*"]` is dropped as well, which changes nothing, and is no finding.',
    upstream: toolsNotAudited,
  },
  *check(config) {
    for (const list of toolLists(config)) {
      if (!isDropped(config, list)) continue;
      const names = list.entries.flatMap(({ name }) => name ?? []);
      const allowsAll = [...keepingTools].every((tool) =>
        names.some((name) => matchesTool(name, tool)),
      );
      if (allowsAll) continue;
      const fix = correction(list);
      const keep: Fix = {
        title: `Keep the list in force: add ${harmless}`,
        safety: "review",
        preferred: fix === undefined,
        asks: "The list will then hold: tools that it does not name go away.",
        changes: [{ op: "append", path: list.lookup.path, value: harmless }],
      };
      yield {
        at: list.lookup,
        message: `${pathText(list.lookup.path)} is dropped, and every tool is allowed: ${reason(list)}`,
        fixes: fix === undefined ? [keep] : [fix, keep],
      };
    }
  },
});
