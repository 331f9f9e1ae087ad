import { is, type ConfigView, type Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { elevatedFallbacks } from "../dialects/clawdbot/tools.ts";
import { accountPatterns, accountsOf } from "./accounts.ts";
import { oncePerView } from "./once-per-view.ts";
import { senderList, senderText, type SenderList } from "./senders.ts";

/** Who may run commands outside the sandbox from one provider. */
export interface ElevatedProvider {
  /** A channel's id, or whatever key `allowFrom` has. */
  readonly provider: string;
  readonly senders: SenderList;
  /** Whether the people come from the channel's own sender list, since `tools.elevated.allowFrom` says nothing about it. */
  readonly isFallback: boolean;
}

/** Elevated tools as the program lets people use them (auto-reply/reply/reply-elevated.js). */
export interface ElevatedAccess {
  /** On unless `tools.elevated.enabled` is `false`. */
  readonly enabled: boolean;
  readonly enabledSource: Lookup;
  /** Providers in the order of the file, those that fall back last. Agents can only narrow this down. */
  readonly providers: readonly ElevatedProvider[];
}

export const elevatedPatterns = [
  "tools.elevated.enabled",
  "tools.elevated.allowFrom.*[]",
  "channels.discord.dm.allowFrom[]",
] as const satisfies readonly WatchPattern[];

/** What `elevatedPeople` reads besides. */
export const elevatedPeoplePatterns = [
  ...elevatedPatterns,
  ...accountPatterns,
  "agents.list[].tools.elevated.enabled",
] as const satisfies readonly WatchPattern[];

/** Whether elevated tools are on. A variable gives a string, which does not switch them off. */
export const isElevatedOn = (enabled: Lookup): boolean =>
  !(enabled.state === "set" && enabled.value === false);

/** Who may use elevated tools, whether they are on or not. */
export const elevatedAccess = oncePerView((config): ElevatedAccess => {
  const enabledSource = config.at("tools.elevated.enabled");
  const providers: ElevatedProvider[] = [];
  const listed = new Set<string>();
  for (const { key, lookup } of config.entries("tools.elevated.allowFrom")) {
    const provider = String(key);
    // What is no list leaves the fallback in force.
    if (lookup.state !== "group" || lookup.node.kind !== "array") continue;
    listed.add(provider);
    const senders = senderList(config, lookup, "own");
    providers.push({ provider, senders, isFallback: false });
  }
  for (const { provider, path } of elevatedFallbacks) {
    if (listed.has(provider)) continue;
    const senders = senderList(config, config.at([...path]), "channel");
    if (senders.entries.length > 0)
      providers.push({ provider, senders, isFallback: true });
  }
  return { enabled: isElevatedOn(enabledSource), enabledSource, providers };
});

/** Whether a provider is a channel of which no account is switched on. */
function isOff(config: ConfigView, provider: string): boolean {
  const accounts = accountsOf(config, provider);
  return (
    config.at(["channels", provider]).state === "group" &&
    accounts.length > 0 &&
    accounts.every(({ enabled }) => !enabled)
  );
}

/**
 * The providers from which somebody may use elevated tools: none where they are switched off, for everybody or for each
 * agent by itself, and none on a channel that is switched off.
 */
export const elevatedPeople = oncePerView(
  (config): readonly ElevatedProvider[] => {
    const { enabled, providers } = elevatedAccess(config);
    if (!enabled) return [];
    const agents = config.items("agents.list");
    const isOffForAll =
      agents.length > 0 &&
      agents.every(({ lookup }) =>
        is(config.at([...lookup.path, "tools", "elevated", "enabled"]), false),
      );
    if (isOffForAll) return [];
    return providers.filter(
      ({ provider, senders }) =>
        senders.entries.some((entry) => senderText(entry) !== "") &&
        !isOff(config, provider),
    );
  },
);
