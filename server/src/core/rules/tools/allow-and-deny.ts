import {
  isDropped,
  toolListPatterns,
  toolLists,
  toolSwitchPatterns,
  type ToolList,
} from "../../access/tool-lists.ts";
import { ToolNames } from "../../access/tool-names.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import type { ConfigView } from "../../config/config-view.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** The two lists of each place. */
function pairs(
  lists: readonly ToolList[],
): readonly { readonly allow: ToolList; readonly deny: ToolList }[] {
  const allowed = new Map(
    lists
      .filter(({ kind }) => kind === "allow")
      .map((list) => [list.node.parent, list]),
  );
  return lists.flatMap((deny) => {
    const allow =
      deny.kind === "deny" ? allowed.get(deny.node.parent) : undefined;
    return allow === undefined ? [] : [{ allow, deny }];
  });
}

/** Whether the list still limits anything without the item: an empty or a dropped one allows every tool. */
function limitsWithout(
  config: ConfigView,
  list: ToolList,
  item: ConfigNode,
): boolean {
  const rest = list.tools.entries.filter(({ node }) => node !== item);
  const tools = new ToolNames(rest);
  return !tools.isEmpty && !isDropped(config, { ...list, tools });
}

export const toolsAllowAndDeny = defineRule({
  code: "tools.allow_and_deny",
  effect: "note",
  severity: noteAs("info"),
  watches: [...toolListPatterns, ...toolSwitchPatterns],
  fixable: "sometimes",
  docs: {
    summary: "A tool is allowed and denied at once",
    why: "Denying wins, wherever it stands. The item in the list of allowed tools says something that is not so, and who reads the file may rely on it.",
    remedy: "Keep the one that you mean.",
    bad: `{ gateway: { mode: "local" }, tools: { allow: ["read", "exec"], deny: ["exec"] } }`,
    good: `{ gateway: { mode: "local" }, tools: { allow: ["read"], deny: ["exec"] } }`,
    since: "next",
    calm: "It needs the same name in both lists of one place. A group that is allowed but for one tool is a fine way to say so, and no finding.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    for (const { allow, deny } of pairs(toolLists(config))) {
      const denied = new Map(
        deny.tools.entries.map(({ name, node }) => [name, node]),
      );
      for (const { name, node } of allow.tools.entries) {
        const other = name === undefined ? undefined : denied.get(name);
        if (name === undefined || other === undefined) continue;
        const at = lookupOfNode(node);
        yield {
          at,
          message: `${name} is denied as well, and denying wins`,
          related: [{ at: lookupOfNode(other), message: "Denied here" }],
          fixes: limitsWithout(config, allow, node)
            ? [
                {
                  title: "Take it off the list of allowed tools",
                  safety: "review",
                  preferred: true,
                  changes: [{ op: "remove", path: at.path }],
                },
              ]
            : [],
        };
      }
    }
  },
});
