import type { ConfigNode } from "../config/config-node.ts";
import type { ConfigView } from "../config/config-view.ts";
import type { ChannelRow } from "../dialects/clawdbot/channel-row.ts";
import { defaultAccountId } from "../dialects/clawdbot/channel-row.ts";
import { defaults } from "../dialects/clawdbot/defaults.ts";

/** An id as the program compares it: lower case, odd characters as dashes, at most 64 of them. */
function normalizedId(written: string, whenEmpty: string): string {
  const trimmed = written.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(trimmed)) return trimmed;
  const dashed = trimmed
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^-+/, "")
    .replace(/-+$/, "");
  return dashed.slice(0, 64) || whenEmpty;
}

/** An account's id as the program compares it. */
export const normalizedAccountId = (written: string): string =>
  normalizedId(written, defaultAccountId);

/** An agent's id as the program compares it. */
export const normalizedAgentId = (written: string): string =>
  normalizedId(written, defaults.agentId);

/** A string as written under a key; undefined for anything else. */
function textOf(node: ConfigNode | undefined, key: string): string | undefined {
  const value = node?.get(key)?.scalar;
  return typeof value === "string" ? value : undefined;
}

/**
 * The items of a list, as nodes: a file may have thousands of agents and bindings, and every rule about channels asks, so
 * no look-up is made for each.
 */
function itemsOf(
  config: ConfigView,
  ...path: readonly string[]
): readonly ConfigNode[] {
  const list = config.at([...path]);
  return list.state === "group" ? list.node.items : [];
}

/** The agent that answers unless a binding says otherwise: the first marked as default, else the first. */
function defaultAgentOf(config: ConfigView): string {
  const agents = itemsOf(config, "agents", "list");
  const chosen =
    agents.find((agent) => agent.get("default")?.scalar === true) ?? agents[0];
  return normalizedAgentId(textOf(chosen, "id") ?? defaults.agentId);
}

/** The accounts that bindings tie to a channel (routing/bindings.js). */
export interface BoundAccounts {
  readonly ids: readonly string[];
  /** The one the default agent is tied to first. */
  readonly first: string | undefined;
}

/** The accounts of a channel that `bindings` name. */
export function boundAccounts(
  config: ConfigView,
  row: ChannelRow,
): BoundAccounts {
  const bound: { readonly id: string; readonly agent: string }[] = [];
  for (const binding of itemsOf(config, "bindings")) {
    const match = binding.get("match");
    const channel = textOf(match, "channel");
    if (channel !== row.id && channel?.trim().toLowerCase() !== row.id)
      continue;
    const account = textOf(match, "accountId")?.trim();
    if (account === undefined || account === "" || account === "*") continue;
    bound.push({
      id: normalizedAccountId(account),
      agent: normalizedAgentId(textOf(binding, "agentId") ?? ""),
    });
  }
  if (bound.length === 0) return { ids: [], first: undefined };
  const agent = defaultAgentOf(config);
  return {
    ids: bound.map(({ id }) => id),
    first: bound.find((binding) => binding.agent === agent)?.id,
  };
}
