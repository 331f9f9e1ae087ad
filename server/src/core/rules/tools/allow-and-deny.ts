import {
  toolListPatterns,
  toolLists,
  type ToolList,
} from "../../access/tool-lists.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule, pathText } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** The two lists of each place, by the place's path. */
function pairs(
  lists: readonly ToolList[],
): readonly { readonly allow: ToolList; readonly deny: ToolList }[] {
  const allowed = new Map<string, ToolList>();
  const keyOf = ({ lookup }: ToolList): string =>
    pathText(lookup.path.slice(0, -1));
  for (const list of lists)
    if (list.kind === "allow") allowed.set(keyOf(list), list);
  return lists.flatMap((deny) => {
    const allow = deny.kind === "deny" ? allowed.get(keyOf(deny)) : undefined;
    return allow === undefined ? [] : [{ allow, deny }];
  });
}

export const toolsAllowAndDeny = defineRule({
  code: "tools.allow_and_deny",
  effect: "note",
  severity: noteAs("info"),
  watches: ["tools.allow[]", ...toolListPatterns],
  fixable: "always",
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
        deny.entries.map(({ name, lookup }) => [name, lookup]),
      );
      for (const { name, lookup } of allow.entries) {
        const at = name === undefined ? undefined : denied.get(name);
        if (name === undefined || at === undefined) continue;
        yield {
          at: lookup,
          message: `${name} is denied as well, and denying wins`,
          related: [{ at, message: "Denied here" }],
          fixes: [
            {
              title: "Take it off the list of allowed tools",
              safety: "review",
              preferred: true,
              changes: [{ op: "remove", path: lookup.path }],
            },
          ],
        };
      }
    }
  },
});
