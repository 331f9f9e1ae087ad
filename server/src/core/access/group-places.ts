import type { ConfigNode } from "../config/config-node.ts";
import {
  lookupOf,
  type ConfigView,
  type Entry,
  type PresentLookup,
} from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import {
  groupGates,
  type GroupGate,
} from "../dialects/clawdbot/group-gates.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { groupPatterns, groups, type GroupAccess } from "./groups.ts";
import { oncePerView } from "./once-per-view.ts";
import { exactWildcards, senderList, type SenderList } from "./senders.ts";

/** Why every member of a place gets through. */
export type Admission =
  | { readonly because: "policy" }
  /** No list of senders decides there. */
  | { readonly because: "no-list" }
  | { readonly because: "wildcard"; readonly wildcard: Entry };

/** Every setting that `groupPlaces` reads. */
export const groupPlacePatterns = [
  ...groupPatterns,
  "channels.telegram.groups.**",
  "channels.telegram.accounts.*.groups.**",
  "channels.discord.guilds.**",
  "channels.discord.accounts.*.guilds.**",
  "channels.slack.channels.**",
  "channels.slack.accounts.*.channels.**",
  "channels.imessage.groups.**",
  "channels.imessage.accounts.*.groups.**",
  "channels.whatsapp.groups.**",
  "channels.whatsapp.accounts.*.groups.**",
  "channels.msteams.teams.**",
  "channels.googlechat.groups.**",
  "channels.googlechat.accounts.*.groups.**",
  "channels.line.groups.**",
  "channels.line.accounts.*.groups.**",
  "channels.matrix.groups.**",
  "channels.matrix.rooms.**",
  "channels.nextcloud-talk.rooms.**",
  "channels.nextcloud-talk.accounts.*.rooms.**",
  "channels.zalouser.groups.**",
  "channels.zalouser.accounts.*.groups.**",
  "channels.bluebubbles.groups.**",
  "channels.bluebubbles.accounts.*.groups.**",
  "channels.*.requireMention",
  "channels.*.accounts.*.requireMention",
] as const satisfies readonly WatchPattern[];

/** A block of settings about a place, with its path; read as a node, for a file may name thousands. */
interface Block {
  readonly node: ConfigNode;
  readonly path: JSONPath;
}

/** A value in a block; its look-up is made only for those who ask. */
interface Held {
  readonly node: ConfigNode;
  readonly block: Block;
  readonly key: string;
}

/** What stands under a key of the first block that has it. */
function firstOf(blocks: readonly Block[], key: string): Held | undefined {
  for (const block of blocks) {
    const node = block.node.get(key);
    if (node !== undefined) return { node, block, key };
  }
  return undefined;
}

const lookupOfHeld = ({ node, block, key }: Held): PresentLookup =>
  lookupOf(node, [...block.path, key]);

/** What the places of one level have in common. */
interface Common {
  readonly config: ConfigView;
  readonly level: GroupAccess;
  readonly gate: GroupGate;
  readonly policy: "open" | "allowlist";
  /** The blocks in which `requireMention` may stand for every place. */
  readonly general: readonly Block[];
  /** The "*" of the level's own list of senders. */
  readonly wildcard: Entry | undefined;
}

/** A place the assistant answers in: a group, room, server or channel that is named, or any. */
export class GroupPlace {
  /** Whether it stands for any place. */
  readonly isAnywhere: boolean;
  readonly #common: Common;
  /** The blocks that say something about it alone, the nearest first. */
  readonly #blocks: readonly Block[];
  #ownSenders: SenderList | undefined;

  constructor(common: Common, isAnywhere: boolean, blocks: readonly Block[]) {
    this.#common = common;
    this.isAnywhere = isAnywhere;
    this.#blocks = blocks;
  }

  get level(): GroupAccess {
    return this.#common.level;
  }

  get gate(): GroupGate {
    return this.#common.gate;
  }

  /** Where it is named; undefined for any place, where no list of places decides. */
  get lookup(): PresentLookup | undefined {
    const [nearest] = this.#blocks;
    return nearest && lookupOf(nearest.node, nearest.path);
  }

  /** The list of senders that the place has for itself. */
  get ownSenders(): SenderList | undefined {
    const held = this.#heldSenders;
    if (held === undefined) return undefined;
    const { config } = this.#common;
    return (this.#ownSenders ??= senderList(config, lookupOfHeld(held), "own"));
  }

  get #heldSenders(): Held | undefined {
    const rules = this.gate.ownSenders;
    const held = rules && firstOf(this.#blocks, rules.key);
    return held?.node.kind === "array" ? held : undefined;
  }

  /** Why all its members get through; undefined when only some people do, or a variable decides. */
  get admitsAll(): Admission | undefined {
    const { gate, level, policy, wildcard } = this.#common;
    const isOpen = policy === "open";
    const own = this.#heldSenders?.node.items ?? [];
    const ownCounts =
      own.length > 0 && (!isOpen || gate.ownSenders?.whenOpen === true);
    const hasOwnInstead =
      this.#heldSenders !== undefined && gate.ownSenders?.counts === "instead";
    const generalCounts =
      !isOpen &&
      gate.senders !== "never" &&
      !hasOwnInstead &&
      (level.senders?.entries.length ?? 0) > 0;
    if (!ownCounts && !generalCounts) {
      if (isOpen) return { because: "policy" };
      // An empty list of its own keeps everybody out where senders have to be listed.
      if (gate.senders === "always") return undefined;
      return gate.needsAList === true && !level.hasPlaces
        ? undefined
        : { because: "no-list" };
    }
    if (generalCounts && wildcard === undefined) return undefined;
    if (!ownCounts) return wildcard && { because: "wildcard", wildcard };
    if (!own.some(({ scalar }) => scalar === "*")) return undefined;
    const [star] =
      this.ownSenders === undefined ? [] : exactWildcards(this.ownSenders);
    return star && { because: "wildcard", wildcard: star };
  }

  get #heldMention(): Held | undefined {
    const { opposite } = this.gate.mention;
    return (
      (opposite === undefined ? undefined : firstOf(this.#blocks, opposite)) ??
      firstOf(this.#blocks, "requireMention") ??
      firstOf(this.#common.general, "requireMention")
    );
  }

  /** The `requireMention` that counts there; undefined where none is written. */
  get mention(): PresentLookup | undefined {
    const held = this.#heldMention;
    return held && lookupOfHeld(held);
  }

  /** Whether it answers without being mentioned; `unknown` where a variable decides. */
  get answersAll(): boolean | "unknown" {
    const { asked, opposite } = this.gate.mention;
    if (asked === "never") return true;
    const held = this.#heldMention;
    if (held === undefined) return false;
    const { scalar, template } = held.node;
    if (template !== undefined && template.names.length > 0) return "unknown";
    return scalar === (held.key === opposite);
  }
}

const isClosed = ({ node }: Block): boolean =>
  node.get("enabled")?.scalar === false || node.get("allow")?.scalar === false;

/** The places of one level whose policy lets some group through. */
function* placesAt(common: Common): Iterable<GroupPlace> {
  const { level, gate, policy } = common;
  const { places } = level;
  const listed: readonly Block[] =
    places?.state === "group"
      ? blocksIn({ node: places.node, path: places.path })
      : [];
  const decides = gate.places[policy];
  const isOpenToAny =
    decides === "never" || (decides === "once-listed" && listed.length === 0);
  const { inner } = gate;
  if (isOpenToAny && !listed.some(isStar))
    yield new GroupPlace(common, true, []);
  for (const block of listed) {
    if (isClosed(block)) continue;
    const isAnywhere = isStar(block);
    const holder = inner && block.node.get(inner.key);
    const within =
      inner === undefined || holder === undefined
        ? []
        : blocksIn({ node: holder, path: [...block.path, inner.key] });
    if (within.length === 0 || inner?.decides !== true)
      yield new GroupPlace(common, isAnywhere, [block]);
    for (const each of within)
      if (!isClosed(each))
        yield new GroupPlace(common, isAnywhere, [each, block]);
  }
}

const isStar = ({ path }: Block): boolean => path.at(-1) === "*";

const blocksIn = ({ node, path }: Block): readonly Block[] =>
  node.kind === "object"
    ? Array.from(node.entries, ([key, value]) => ({
        node: value,
        path: [...path, key],
      }))
    : [];

/** A level's own block, and the channel's for an account. */
function generalBlocks(
  config: ConfigView,
  { channel, account }: GroupAccess,
): readonly Block[] {
  const base = ["channels", channel.id];
  const paths =
    account === undefined ? [base] : [[...base, "accounts", account], base];
  return paths.flatMap((path) => {
    const block = config.at(path);
    return block.state === "group" ? [{ node: block.node, path }] : [];
  });
}

/** The policy that a level's groups meet: a word the program does not know is "open" on some channels. */
function policyInEffect(
  { policy }: GroupAccess,
  gate: GroupGate,
): "open" | "allowlist" | undefined {
  if (policy.value === "open" || policy.value === "allowlist")
    return policy.value;
  if (policy.value !== "other") return undefined;
  return gate.opensOnUnknownPolicy === true ? "open" : "allowlist";
}

/** The places in which some group is answered, at every level that an account uses which is switched on. */
export const groupPlaces = oncePerView((config): readonly GroupPlace[] => {
  const found: GroupPlace[] = [];
  for (const level of groups(config)) {
    const gate = groupGates.get(level.channel.id);
    if (gate === undefined || !level.isUsed) continue;
    // Matrix's `allowlistOnly` makes an allowlist of an open policy.
    const policy =
      level.overruledBy === undefined
        ? policyInEffect(level, gate)
        : "allowlist";
    if (policy === undefined) continue;
    const [wildcard] = level.senders ? exactWildcards(level.senders) : [];
    const general = gate.mention.forAll ? generalBlocks(config, level) : [];
    found.push(...placesAt({ config, level, gate, policy, general, wildcard }));
  }
  return found;
});
