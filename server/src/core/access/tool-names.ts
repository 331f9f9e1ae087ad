import type { ConfigNode } from "../config/config-node.ts";
import { toolAliases, toolGroups } from "../dialects/clawdbot/tools.ts";

/** A tool's name as lists are compared: small letters, without blanks around it, aliases put out in full. */
export function toolName(written: string): string {
  const name = written.trim().toLowerCase();
  return toolAliases[name] ?? name;
}

const groupsByName: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(toolGroups).filter(([, tools]) => tools.length > 0),
);

/** A list with its groups put out in full. */
export function expanded(list: readonly string[]): readonly string[] {
  const tools: string[] = [];
  for (const written of list) {
    const name = toolName(written);
    const group = groupsByName.get(name);
    if (group !== undefined) tools.push(...group);
    else if (name !== "") tools.push(name);
  }
  return tools;
}

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

/** One item of a list of tools. */
export interface ToolEntry {
  readonly node: ConfigNode;
  /** As lists are compared; undefined for variables and for what is no text. Blank items are left out. */
  readonly name: string | undefined;
}

function entryOf(node: ConfigNode): ToolEntry | undefined {
  const { template } = node;
  const isPlain = template?.names.length === 0;
  if (!isPlain) return { node, name: undefined };
  const name = toolName(String(node.scalar));
  return name === "" ? undefined : { node, name };
}

interface CompiledNames {
  readonly exact: ReadonlySet<string>;
  /** Names with a `*` in them. */
  readonly patterns: readonly string[];
}

/** Names that are compared already, made ready to be looked up. */
function compiled(names: readonly string[]): CompiledNames {
  const exact = new Set<string>();
  const patterns: string[] = [];
  for (const name of names) {
    const group = groupsByName.get(name);
    if (group !== undefined) for (const tool of group) exact.add(tool);
    else if (name.includes("*")) patterns.push(name);
    else exact.add(name);
  }
  return { exact, patterns };
}

/** A list of tools, read once and asked often. */
export class ToolNames {
  readonly entries: readonly ToolEntry[];
  /** What the items are called, groups not put out; without variables. */
  readonly written: readonly string[];
  #compiled: CompiledNames | undefined;

  constructor(entries: readonly ToolEntry[], written?: readonly string[]) {
    this.entries = entries;
    this.written = written ?? entries.flatMap(({ name }) => name ?? []);
  }

  /** The items of an array in a file. */
  static at(list: ConfigNode): ToolNames {
    const entries: ToolEntry[] = [];
    for (const item of list.items) {
      const entry = entryOf(item);
      if (entry !== undefined) entries.push(entry);
    }
    return new ToolNames(entries);
  }

  /** A list of the release's own. */
  static of(names: readonly string[]): ToolNames {
    return new ToolNames([], names);
  }

  get isEmpty(): boolean {
    return this.written.length === 0 && this.entries.length === 0;
  }

  /** Whether a variable may name anything more. */
  get hasVariables(): boolean {
    return this.written.length < this.entries.length;
  }

  /** Whether the list certainly names the tool, by its name, a group or a pattern. */
  names(tool: string): boolean {
    const { exact, patterns } = (this.#compiled ??= compiled(this.written));
    return (
      exact.has(tool) || patterns.some((pattern) => matchesTool(pattern, tool))
    );
  }

  /** Whether the list names the tool by its name or a group; patterns do not count. */
  spells(tool: string): boolean {
    return (this.#compiled ??= compiled(this.written)).exact.has(tool);
  }
}
