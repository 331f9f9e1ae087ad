import {
  is,
  lookupOf,
  type ConfigView,
  type Entry,
  type Lookup,
} from "../config/config-view.ts";
import type { ConfigNode } from "../config/config-node.ts";
import { templateCanBe } from "../config/env-references.ts";
import type { SenderForm } from "../dialects/clawdbot/channel-row.ts";
import type { Certainty } from "./accounts.ts";
import { oncePerViewAnd } from "./once-per-view.ts";

/** A list of people who may write, with where it stands. */
export interface SenderList {
  /** The list that counts; absent when there is none, at the place where one would be written. */
  readonly lookup: Lookup;
  /** Whose block it stands in: the level's own, the channel's for an account, or nobody's. */
  readonly source: "own" | "channel" | "none";
  readonly entries: readonly Entry[];
  /** The entries that are "*". */
  readonly wildcards: readonly Entry[];
  /** Whether the list lets everyone in; `unknown` when only a variable could. */
  readonly hasWildcard: Certainty;
}

/** A plain entry as the program compares it: as text without blanks around it; undefined for variables and containers. */
export const senderText = (entry: Entry): string | undefined =>
  entry.lookup.state === "set" ? String(entry.lookup.value).trim() : undefined;

const mayBeWildcard = (entry: Entry): boolean =>
  entry.lookup.state === "env" && templateCanBe(entry.lookup.template, "*");

type Listed = Pick<SenderList, "entries" | "wildcards" | "hasWildcard">;

const nobody: Listed = { entries: [], wildcards: [], hasWildcard: false };

/** Several levels may obey the same list. */
const listedIn = oncePerViewAnd((_config, list: ConfigNode): Listed => {
  const { path } = list;
  const entries = list.items.map((node, key) => ({
    key,
    lookup: lookupOf(node, [...path, key]),
    keyNode: undefined,
  }));
  const wildcards = entries.filter((entry) => senderText(entry) === "*");
  const mayAdmit = (): Certainty =>
    entries.some(mayBeWildcard) ? "unknown" : false;
  return {
    entries,
    wildcards,
    hasWildcard: wildcards.length > 0 || mayAdmit(),
  };
});

/** The list at a look-up. What is no list counts as empty. */
export function senderList(
  config: ConfigView,
  lookup: Lookup,
  source: SenderList["source"],
): SenderList {
  const { entries, wildcards, hasWildcard } =
    lookup.state === "group" ? listedIn(config, lookup.node) : nobody;
  return {
    lookup,
    source: lookup.state === "absent" ? "none" : source,
    entries,
    wildcards,
    hasWildcard,
  };
}

/** The entries that are "*" to the letter, as every channel understands it; some do not see through blanks. */
export const exactWildcards = (list: SenderList): readonly Entry[] =>
  list.wildcards.filter((entry) => is(entry.lookup, "*"));

function withoutPrefix(text: string, prefixes: readonly string[]): string {
  const lower = text.toLowerCase();
  const prefix = prefixes.find((candidate) => lower.startsWith(candidate));
  return prefix === undefined ? text : text.slice(prefix.length);
}

/** A phone number or mail address without the service in front of it (extensions/bluebubbles/src/targets.ts). */
function handleOf(text: string): string {
  let handle = text.trim();
  for (;;) {
    const bare = withoutPrefix(handle, ["imessage:", "sms:", "auto:"]).trim();
    if (bare === handle) break;
    handle = bare;
  }
  return handle.includes("@")
    ? handle.toLowerCase()
    : handle.replace(/\s+/g, "");
}

/**
 * A public key in a comparable spelling; undefined for what is none. The release turns an `npub1…` key into something that is
 * not its hex form (extensions/nostr/src/nostr-bus.ts), so the two spellings of a key count as two people.
 */
function nostrKey(text: string): string | undefined {
  if (text.startsWith("npub1")) return text;
  return /^[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : undefined;
}

function folded(
  text: string,
  fold: SenderForm["fold"],
  written: string,
): string {
  switch (fold) {
    case "nothing":
      return text;
    case "lower-case":
      return text.toLowerCase();
    case "digits":
      return `+${text.replace(/\D/g, "")}`;
    case "handle":
      return handleOf(text);
    case "nostr-key":
      return nostrKey(text.trim()) ?? written;
  }
}

/** A sender as the audit counts it, so that two spellings of one are one. */
export function normalizedSender(text: string, form: SenderForm): string {
  const bare = form.prefixes.reduce(withoutPrefix, text);
  const named = form.mentions ? bare.replace(/^<@!?(\d+)>$/, "$1") : bare;
  return folded(named, form.fold, text).trim();
}

/** How many people a list names: "*" is nobody, and every variable a person of its own. */
export function distinctSenders(list: SenderList, form: SenderForm): number {
  const senders = new Set<string>();
  const names = new Set<string>();
  for (const entry of list.entries) {
    const text = senderText(entry);
    if (entry.lookup.state === "env")
      names.add(JSON.stringify(entry.lookup.template.parts));
    if (text === undefined || text === "" || text === "*") continue;
    const sender = normalizedSender(text, form);
    if (sender !== "") senders.add(sender);
  }
  return senders.size + names.size;
}
