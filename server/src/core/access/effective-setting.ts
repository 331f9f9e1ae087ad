import type { ConfigNode } from "../config/config-node.ts";
import type { ConfigView, Lookup } from "../config/config-view.ts";
import { patternKeys } from "../config/watch-patterns.ts";
import {
  filledAccountKeys,
  inheritedAccountKeys,
  keysOfChannelAlone,
  keysOfDefaultAccount,
} from "../dialects/clawdbot/account-inheritance.ts";
import {
  defaultAccountId,
  type ChannelRow,
} from "../dialects/clawdbot/channel-row.ts";
import { channelRow } from "../dialects/clawdbot/channels.ts";
import {
  inheritances,
  type Inheritance,
} from "../dialects/clawdbot/inheritance.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { oncePerView } from "./once-per-view.ts";
import { normalizedAccountId } from "./account-ids.ts";

/** What counts at a setting, after includes and inheritance, and where it is written. */
export interface EffectiveSetting {
  /**
   * `own`: it is written at the setting itself; `inherited`: at another place that is asked next; `default`: nowhere, so that
   * the program's own default holds.
   */
  readonly source: "own" | "inherited" | "default";
  /** What counts; absent for a default, at the place asked last. */
  readonly lookup: Lookup;
  /** What is written at the setting itself and does not count. */
  readonly dead: Lookup | undefined;
}

/** What counts at a path. A view's answers are as the program takes the merged config, variables left open. */
export function effectiveSetting(
  config: ConfigView,
  path: JSONPath,
): EffectiveSetting {
  const own = config.at(path);
  const asked = placesAsked(config, path);
  const isOwnRead = asked[0] === path;
  if (isOwnRead && own.state !== "absent")
    return { source: "own", lookup: own, dead: undefined };
  // What is written and never read.
  const dead = own.state === "absent" ? undefined : own;
  for (const place of asked) {
    const lookup = config.at(place);
    if (lookup.state !== "absent") return { source: "inherited", lookup, dead };
  }
  const last = asked.at(-1);
  return {
    source: "default",
    lookup: last === undefined ? own : config.at(last),
    dead,
  };
}

/**
 * The places that are asked for a setting, in turn; its own first, unless that is never read. What stands at the setting itself
 * makes no difference: the others are asked when it is missing.
 */
export function placesAsked(
  config: ConfigView,
  path: JSONPath,
): readonly JSONPath[] {
  const places: JSONPath[] = [];
  let next: JSONPath | undefined = path;
  // A setting of an account's group in turn asks the channel, which asks the shared place: never more than a few steps.
  while (next !== undefined && places.length < 8) {
    const at: JSONPath = next;
    const step = accountStep(config, at);
    if (step !== "channel alone" && !isOverruled(config, at)) places.push(at);
    next = step === undefined ? tableStep(config, at) : channelPlace(at);
  }
  return places;
}

/** The channel's setting that an account's stands for. */
const channelPlace = (path: JSONPath): JSONPath => [
  ...path.slice(0, 2),
  ...path.slice(4),
];

/** Whether an account's setting asks its channel: after its own, or instead of it; undefined when it does not. */
function accountStep(
  config: ConfigView,
  path: JSONPath,
): "channel next" | "channel alone" | undefined {
  const [section, id, accounts, account, key] = path;
  if (section !== "channels" || accounts !== "accounts") return undefined;
  if (typeof account !== "string" || typeof key !== "string") return undefined;
  const row = channelRow(String(id));
  if (row?.accounts === undefined) return undefined;
  if (keysOfChannelAlone.includes(key) && row.hasSchema) return "channel alone";
  const isDirectPolicy = key === "dmPolicy" && path.length === 5;
  if (isDirectPolicy && row.directMessages?.accountPolicy === "channel")
    return "channel alone";
  // Each of its fields is looked for by itself, in three places.
  if (key === "heartbeat") return undefined;
  if (!takesOver(row, account, key)) return undefined;
  // Below a block of its own nothing is taken over: blocks are laid over each other whole.
  const isCut =
    path.length > 5 && config.at(path.slice(0, 5)).state !== "absent";
  return isCut ? undefined : "channel next";
}

/** Whether an account takes over a key from its channel where it has none itself. */
function takesOver(row: ChannelRow, account: string, key: string): boolean {
  if (key === "accounts" || key === "defaultAccount") return false;
  if (key === "enabled") return row.enabling === "either";
  if (filledAccountKeys[row.id]?.includes(key) === true) return false;
  const isDefault = normalizedAccountId(account) === defaultAccountId;
  if (keysOfDefaultAccount[row.id]?.includes(key) === true) return isDefault;
  const { scope, anyOf } = row.credentials;
  const isCredential = anyOf.some(({ all }) =>
    all.some((credential) => credential.key === key),
  );
  if (isCredential && scope === "own") return isDefault;
  return inheritedAccountKeys[row.id]?.includes(key) ?? true;
}

/** The table as a tree of keys, as every hover and every block of hints walks it. */
interface Step {
  readonly next: Map<string, Step>;
  readonly rows: Inheritance[];
}

const newStep = (): Step => ({ next: new Map(), rows: [] });

const steps = newStep();
for (const row of inheritances) {
  let step = steps;
  for (const key of patternKeys(row.to)) {
    const next = step.next.get(key) ?? newStep();
    step.next.set(key, next);
    step = next;
  }
  step.rows.push(row);
}

/** A row that a path lies in. */
interface Reached {
  readonly row: Inheritance;
  /** How many keys of the path the row's own place has. */
  readonly length: number;
  /** What stood at its `*` and `[]`. */
  readonly captures: JSONPath;
}

function rowsAt(path: JSONPath): readonly Reached[] {
  const reached: Reached[] = [];
  let at: readonly { step: Step; captures: JSONPath }[] = [
    { step: steps, captures: [] },
  ];
  for (const [index, key] of path.entries()) {
    const below: { step: Step; captures: JSONPath }[] = [];
    for (const { step, captures } of at) {
      const named = typeof key === "string" ? step.next.get(key) : undefined;
      if (named !== undefined) below.push({ step: named, captures });
      const any = step.next.get(typeof key === "string" ? "*" : "[]");
      if (any !== undefined)
        below.push({ step: any, captures: [...captures, key] });
    }
    if (below.length === 0) return reached;
    for (const { step, captures } of below)
      for (const row of step.rows)
        reached.push({ row, length: index + 1, captures });
    at = below;
  }
  return reached;
}

/** What a setting asks next by the table, or by what its channel does. */
function tableStep(config: ConfigView, path: JSONPath): JSONPath | undefined {
  if (path[0] === "channels" && path[2] === "groupPolicy") {
    const isObeyed = channelRow(String(path[1]))?.groups?.obeysDefaults;
    if (path.length === 3 && isObeyed === true)
      return ["channels", "defaults", "groupPolicy"];
  }
  for (const { row, length, captures } of rowsAt(path)) {
    const below = path.slice(length);
    const from = row.from.map((key) =>
      typeof key === "number" ? (captures[key] ?? key) : key,
    );
    const next = [...from, ...below];
    if (isSame(next, path)) continue;
    // Below a part of its own nothing is taken over, where parts are taken whole.
    const isCut =
      row.depth === "shallow" &&
      below.length > 1 &&
      config.at(path.slice(0, length + 1)).state !== "absent";
    return isCut ? undefined : next;
  }
  return undefined;
}

const isSame = (one: JSONPath, other: JSONPath): boolean =>
  one.length === other.length &&
  one.every((key, index) => key === other[index]);

/**
 * Whether an agent's setting is passed over: with one sandbox shared by all, agents have no container of their own
 * (agents/sandbox/config.js).
 */
function isOverruled(config: ConfigView, path: JSONPath): boolean {
  const [section, list, index, block, part] = path;
  if (section !== "agents" || list !== "list" || block !== "sandbox")
    return false;
  if (part !== "docker" && part !== "browser" && part !== "prune") return false;
  return sandboxScope(config, [section, list, index ?? 0, block]) === "shared";
}

/** The scope of an agent's sandbox: by name, else by the older switch. */
function sandboxScope(config: ConfigView, own: JSONPath): unknown {
  const shared = ["agents", "defaults", "sandbox"];
  const first = (key: string): Lookup => {
    const lookup = config.at([...own, key]);
    return lookup.state === "absent" ? config.at([...shared, key]) : lookup;
  };
  const scope = first("scope");
  if (scope.state !== "absent")
    return scope.state === "set" ? scope.value : undefined;
  const perSession = first("perSession");
  return perSession.state === "set" && perSession.value === false
    ? "shared"
    : undefined;
}

/** How deep below a shared place keys are looked for; no setting lies deeper. */
const deepest = 5;

/**
 * The keys that are written somewhere below a place which others take over from, and the few that groups take over from each
 * other: no other key is taken over, so that nobody needs to ask.
 */
export const sharedKeys = oncePerView((config): ReadonlySet<string> => {
  const keys = new Set<string>();
  const add = (lookup: Lookup, depth: number): void => {
    if (lookup.state === "group") addKeys(lookup.node, depth, keys);
  };
  for (const { from } of inheritances) {
    if (from.some((key) => typeof key === "number"))
      keys.add(String(from.at(-1)));
    else add(config.at(from.slice(0, -1)), deepest);
  }
  // Of a channel its own keys, and those of its parts; names that people choose do no harm.
  for (const { lookup } of config.entries(["channels"])) add(lookup, 2);
  return keys;
});

function addKeys(node: ConfigNode, depth: number, keys: Set<string>): void {
  for (const [key, member] of node.entries) {
    keys.add(key);
    if (depth > 1 && key !== "accounts") addKeys(member, depth - 1, keys);
  }
}
