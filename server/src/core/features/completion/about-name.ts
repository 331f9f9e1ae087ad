import { channelRow } from "../../dialects/clawdbot/channels.ts";
import { builtInAliases } from "../../dialects/clawdbot/models.ts";
import { toolGroups } from "../../dialects/clawdbot/tools.ts";
import type { Scalar } from "../../json5/nodes.ts";

const groups: Readonly<Record<string, readonly string[]>> = toolGroups;
const aliases: Readonly<Record<string, string>> = builtInAliases;

const own = <T>(table: Readonly<Record<string, T>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** One line about a name of the release: what a group of tools or a short name stands for, what a channel is called. */
export function aboutName(name: Scalar): string | undefined {
  if (typeof name !== "string") return undefined;
  const members = own(groups, name);
  if (members !== undefined)
    return members.length === 0
      ? "All tools that plugins bring."
      : `Stands for ${members.join(", ")}.`;
  const model = own(aliases, name);
  if (model !== undefined) return `Short name of ${model}.`;
  return channelRow(name)?.label;
}
