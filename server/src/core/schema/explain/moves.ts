import type { ConfigNode } from "../../config/config-node.ts";
import type { Fix, SettingChange } from "../../config/fix.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import type {
  ChannelKey,
  MovedKey,
} from "../../dialects/clawdbot/moved-key.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { fits } from "../interpret.ts";
import { certain, review } from "../schema-problem.ts";
import { fill, settingText, short, stepsOf } from "../setting-path.ts";
import { configShape } from "../shape.ts";
import { holdsSecret } from "./holds-secret.ts";
import { conversionsTo } from "./conversions.ts";

interface Move {
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** What a row of the table says about a key that stands in a config. */
export function fixesOfMove(
  row: MovedKey,
  captures: JSONPath,
  node: ConfigNode,
  root: ConfigNode,
): Move {
  const from = node.path;
  const message = `. ${row.note}`;
  if (row.to !== undefined) {
    const to = fill(row.to, captures);
    return {
      message: `: it belongs at ${settingText(to)}. ${row.note}`,
      fixes: moveTo(node, from, to, root),
    };
  }
  if (row.toEachChannel !== undefined)
    return toChannels(row.toEachChannel, from, root, row.note);
  if (row.parts !== undefined)
    return { message, fixes: moveParts(row.parts, captures, node, from, root) };
  if (row.byValue !== undefined) {
    const entry = row.byValue.find(({ when }) => when === node.scalar);
    if (entry === undefined) return { message, fixes: [] };
    const changes: SettingChange[] = [{ op: "remove", path: from }];
    if (entry.set !== undefined) {
      const [path, value] = entry.set;
      changes.push({ op: "set", path: fill(path, captures), value });
    }
    return { message, fixes: [review(entry.title, ...changes)] };
  }
  const remove = { op: "remove", path: from } as const;
  const title = `Remove ${JSON.stringify(short(String(from.at(-1))))}`;
  return {
    message,
    fixes:
      row.removable === true && !holdsSecret(node)
        ? [
            row.from === "$schema"
              ? certain(title, remove)
              : review(title, remove),
          ]
        : [],
  };
}

function moveTo(
  node: ConfigNode,
  from: JSONPath,
  to: JSONPath,
  root: ConfigNode,
): readonly Fix[] {
  const present = root.find(to);
  if (present !== undefined) {
    // Keys that both have would have to be decided; those that only the misplaced object has can be moved one by one.
    if (present.kind !== "object" || node.kind !== "object") return [];
    const keys = [...node.entries.keys()];
    if (keys.length === 0 || keys.some((key) => present.get(key) !== undefined))
      return [];
    const moves = keys.map((key): SettingChange => ({
      op: "move",
      from: [...from, key],
      to: [[...to, key]],
    }));
    return [
      review(`Move its keys to ${settingText(to)}`, ...moves, {
        op: "remove",
        path: from,
      }),
    ];
  }
  const wanted = configShape().at(to);
  const isSibling =
    from.length === to.length &&
    from.slice(0, -1).every((key, index) => key === to[index]);
  const key = to.at(-1);
  const title = isSibling
    ? `Rename it to ${JSON.stringify(key)}`
    : `Move it to ${settingText(to)}`;
  if (wanted !== undefined && !fits(wanted, node)) {
    const [conversion] = conversionsTo(wanted, node);
    if (conversion !== undefined) {
      const set = { op: "set", path: to, value: conversion.value } as const;
      return [review(title, { op: "remove", path: from }, set)];
    }
  }
  return [
    review(
      title,
      isSibling && typeof key === "string"
        ? { op: "rename", path: from, key }
        : { op: "move", from, to: [to] },
    ),
  ];
}

/** Every part has to find its place, or what remains would still be refused. */
function moveParts(
  parts: NonNullable<MovedKey["parts"]>,
  captures: JSONPath,
  node: ConfigNode,
  from: JSONPath,
  root: ConfigNode,
): readonly Fix[] {
  const moves: { readonly from: JSONPath; readonly to: JSONPath }[] = [];
  let leaves = 0;
  for (const [below, to] of parts) {
    const path = fill(below);
    if (node.find(path) === undefined) continue;
    leaves += 1;
    const target = fill(to, captures);
    if (root.find(target) === undefined)
      moves.push({ from: [...from, ...path], to: target });
  }
  if (
    moves.length === 0 ||
    moves.length < leaves ||
    countLeaves(node, parts) > leaves
  )
    return [];
  const changes = moves.map((move): SettingChange => ({
    op: "move",
    from: move.from,
    to: [move.to],
  }));
  const title = `Move it to ${moves.map(({ to }) => settingText(to)).join(" and ")}`;
  return [review(title, ...changes, { op: "remove", path: from })];
}

/** How many members there are, counting below those that a part reaches into. */
function countLeaves(
  node: ConfigNode,
  parts: NonNullable<MovedKey["parts"]>,
): number {
  const inner = new Set(
    parts
      .map(([below]) => stepsOf(below))
      .flatMap((steps) => (steps.length > 1 ? [JSON.stringify(steps[0])] : [])),
  );
  let count = 0;
  for (const [key, child] of node.entries)
    count += inner.has(JSON.stringify({ key })) ? child.entries.size : 1;
  return count;
}

/** Where a channel keeps such a key; undefined where it has none. */
function keyInChannel(id: string, key: ChannelKey): JSONPath | undefined {
  const channel = channels.find((row) => row.id === id);
  const { directMessages, groups } = channel ?? {};
  switch (key) {
    case "groupPolicy":
      return groups === undefined ? undefined : ["groupPolicy"];
    case "groupAllowFrom":
      return groups?.senders === undefined ? undefined : ["groupAllowFrom"];
    case "dmPolicy":
      return (
        directMessages &&
        (directMessages.style === "flat" ? ["dmPolicy"] : ["dm", "policy"])
      );
    case "allowFrom":
      return (
        directMessages &&
        (directMessages.style === "flat" ? ["allowFrom"] : ["dm", "allowFrom"])
      );
  }
}

function toChannels(
  key: ChannelKey,
  from: JSONPath,
  root: ConfigNode,
  note: string,
): Move {
  const having: JSONPath[] = [];
  for (const [id, channel] of root.get("channels")?.entries ?? []) {
    const below = channel.kind === "object" ? keyInChannel(id, key) : undefined;
    if (below !== undefined) having.push(["channels", id, ...below]);
  }
  const free = having.filter(
    (path) => root.find(path) === undefined && isReachable(path, root),
  );
  const message = `. ${note}`;
  if (free.length > 0) {
    const ids = free.map((path) => String(path[1]));
    const names = ids.length <= 3 ? ids.join(", ") : `${ids.length} channels`;
    const title = `Move it to ${names === String(ids[0]) ? settingText(free[0] ?? []) : `channels.<id>.${settingText(free[0]?.slice(2) ?? [])} of ${names}`}`;
    return { message, fixes: [review(title, { op: "move", from, to: free })] };
  }
  // Nothing takes it: no channel is configured, or each has its own value.
  const title =
    having.length > 0
      ? "Remove it: every channel has its own"
      : "Remove it: no channel here takes it";
  return { message, fixes: [review(title, { op: "remove", path: from })] };
}

/** Whether nothing but objects stands on the way. */
function isReachable(path: JSONPath, root: ConfigNode): boolean {
  let node: ConfigNode | undefined = root;
  for (const key of path.slice(0, -1)) {
    node = node.get(key);
    if (node === undefined) return true;
    if (node.kind !== "object") return false;
  }
  return true;
}
