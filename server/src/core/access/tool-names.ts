import { toolAliases, toolGroups } from "../dialects/clawdbot/tools.ts";

/** A tool's name as lists are compared: small letters, without blanks around it, aliases put out in full. */
export function toolName(written: string): string {
  const name = written.trim().toLowerCase();
  return toolAliases[name] ?? name;
}

const groupsByName: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(toolGroups).filter(([, tools]) => tools.length > 0),
);

/** The tools of a group; undefined for a name that is none. */
export const toolsOfGroup = (name: string): readonly string[] | undefined =>
  groupsByName.get(name);

/** A list with its groups put out in full. */
export const expanded = (list: readonly string[]): readonly string[] =>
  list
    .map(toolName)
    .filter((name) => name !== "")
    .flatMap((name) => groupsByName.get(name) ?? [name]);

/** Whether a pattern of a list, in which `*` stands for any text, names the tool. Compared without a regular expression. */
export function matchesTool(pattern: string, tool: string): boolean {
  const [head = "", ...rest] = pattern.split("*");
  const tail = rest.pop();
  if (tail === undefined) return pattern === tool;
  if (!tool.startsWith(head)) return false;
  let at = head.length;
  for (const piece of rest) {
    const found = tool.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return tool.length - tail.length >= at && tool.endsWith(tail);
}

/** Whether a list names the tool, by its name, a group or a pattern. */
export const namesTool = (list: readonly string[], tool: string): boolean =>
  expanded(list).some((pattern) => matchesTool(pattern, tool));
