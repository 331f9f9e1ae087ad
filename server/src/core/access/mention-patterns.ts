import type { ConfigView, Entry, Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";

/** What the answers below read. */
export const mentionPatternPatterns = [
  "messages.groupChat.mentionPatterns[]",
  "agents.list[].groupChat.mentionPatterns[]",
  "agents.list[].identity.name",
  "agents.list[].identity.emoji",
] as const satisfies readonly WatchPattern[];

/** A list of patterns that tell whether the assistant is meant, with whose it is. */
export interface MentionPatterns {
  readonly lookup: Lookup;
  readonly entries: readonly Entry[];
}

/** Every list of patterns in the file: everybody's, and each agent's, which then counts alone (auto-reply/reply/mentions.js). */
export function mentionPatternLists(
  config: ConfigView,
): readonly MentionPatterns[] {
  const lists: MentionPatterns[] = [];
  const add = (lookup: Lookup): void => {
    if (lookup.state === "group" && lookup.node.kind === "array")
      lists.push({ lookup, entries: config.items(lookup.path) });
  };
  add(config.at("messages.groupChat.mentionPatterns"));
  for (const { lookup } of config.items("agents.list"))
    add(config.at([...lookup.path, "groupChat", "mentionPatterns"]));
  return lists;
}

/** The program puts a backspace, which is what `\b` means in JSON, back to what was meant: the edge of a word. */
export const patternText = (written: string): string =>
  written.replaceAll("\u0008", "\\b");

/** A pattern as the program compiles it; undefined for one it silently drops. */
export function compiledPattern(written: string): RegExp | undefined {
  try {
    return new RegExp(patternText(written), "i");
  } catch {
    return undefined;
  }
}

const isNamed = (lookup: Lookup): boolean =>
  lookup.state === "env" ||
  (lookup.state === "set" &&
    typeof lookup.value === "string" &&
    lookup.value.trim() !== "");

/** Whether some agent has patterns, or a name or emoji from which the program makes some. */
export function canTellMentions(config: ConfigView): boolean {
  const isUsable = ({ lookup }: Entry): boolean =>
    lookup.state === "env" ||
    (lookup.state === "set" &&
      typeof lookup.value === "string" &&
      compiledPattern(lookup.value) !== undefined);
  const lists = mentionPatternLists(config);
  if (lists.some(({ entries }) => entries.some(isUsable))) return true;
  // A list that is there, even an empty one, takes the place of names.
  if (lists.some(({ lookup }) => lookup.path[0] === "messages")) return false;
  return config
    .items("agents.list")
    .some(({ lookup }) =>
      ["name", "emoji"].some((key) =>
        isNamed(config.at([...lookup.path, "identity", key])),
      ),
    );
}
