import type { ConfigNode } from "../../config/config-node.ts";
import type { Fix } from "../../config/fix.ts";
import { movedKeys } from "../../dialects/clawdbot/moved-keys.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import type { Fault } from "../interpret.ts";
import { fits } from "../interpret.ts";
import {
  certain,
  firstPreferred,
  placeOfKey,
  review,
  type SchemaProblem,
} from "../schema-problem.ts";
import { match, settingText, short } from "../setting-path.ts";
import { configShape } from "../shape.ts";
import { accepts } from "./accepts.ts";
import { membersOf } from "../written-value.ts";
import { holdsSecret } from "./holds-secret.ts";
import { fixesOfMove } from "./moves.ts";
import { nearest, besidesUnit } from "../../text/nearest.ts";

type UnknownKey = Extract<Fault, { kind: "unknown-key" }>;

/** A key the program does not know: what was meant, and where it belongs. */
export function unknownKey(fault: UnknownKey, root: ConfigNode): SchemaProblem {
  const { node, key } = fault;
  const { path } = node;
  const { message, fixes } = explained(fault, path, root);
  const parent = path.slice(0, -1);
  const where =
    parent.length === 0 ? "at the top level" : `in ${settingText(parent)}`;
  return {
    code: "schema.unknown_key",
    path,
    at: placeOfKey(node),
    message: `Unknown key ${JSON.stringify(short(key))} ${where}${message}`,
    fixes: [...firstPreferred(fixes), ...removal(node, path, fixes)],
  };
}

interface Explanation {
  readonly message: string;
  readonly fixes: readonly Fix[];
}

function explained(
  fault: UnknownKey,
  path: JSONPath,
  root: ConfigNode,
): Explanation {
  for (const row of movedKeys) {
    const captures = match(row.from, path);
    if (captures !== undefined)
      return fixesOfMove(row, captures, fault.node, root);
  }
  return (
    ofNearest(fault, path) ??
    ofEntry(fault, path) ??
    ofSameName(fault, path, root) ??
    ofInnerName(fault, path, root) ??
    ofOtherUnit(fault, path) ??
    nothingKnown
  );
}

const nothingKnown: Explanation = {
  message: ": no setting of this release has that name there",
  fixes: [],
};

/** A slip of the fingers. */
function ofNearest(fault: UnknownKey, path: JSONPath): Explanation | undefined {
  const near = nearest(fault.key, fault.within.keys);
  return near && meant(fault, path, near.word, near.distance === 0);
}

/** A name without its unit, or with one too many. */
function ofOtherUnit(
  fault: UnknownKey,
  path: JSONPath,
): Explanation | undefined {
  const word = besidesUnit(fault.key, fault.within.keys);
  return word === undefined ? undefined : meant(fault, path, word, false);
}

/** Another key of the same object was meant; `isCertain` when the two are spelled alike. */
function meant(
  { within, object, node }: UnknownKey,
  path: JSONPath,
  word: string,
  isCertain: boolean,
): Explanation {
  const message = `. Did you mean ${JSON.stringify(word)}?`;
  if (object.get(word) !== undefined)
    return { message: `${message} It is set as well.`, fixes: [] };
  const wanted = within.property(word);
  const isSame = isCertain && wanted !== undefined && fits(wanted, node);
  const rename = { op: "rename", path, key: word } as const;
  const title = `Rename it to ${JSON.stringify(word)}`;
  return {
    message,
    fixes: [isSame ? certain(title, rename) : review(title, rename)],
  };
}

/** A key that lies one level deeper: `channels.slack.policy` for `channels.slack.dm.policy`. */
function ofInnerName(
  { within, node, key }: UnknownKey,
  path: JSONPath,
  root: ConfigNode,
): Explanation | undefined {
  const owners = within.keys.filter((name) => {
    const wanted = within.property(name)?.keyed(key);
    return (
      within.property(name)?.keys.includes(key) === true &&
      wanted !== undefined &&
      fits(wanted, node)
    );
  });
  const [owner] = owners;
  if (owner === undefined || owners.length > 1) return undefined;
  return movedTo(path, [...path.slice(0, -1), owner, key], root);
}

/** Where names go that stand one level too high: `plugins.telegram` for `plugins.entries.telegram`. */
const collections = ["entries", "providers", "profiles"];

/** A name that belongs into a map or list beside it. */
function ofEntry(
  { within, object, node, key }: UnknownKey,
  path: JSONPath,
): Explanation | undefined {
  if (node.kind !== "object") return undefined;
  const parent = path.slice(0, -1);
  const agents = within.keys.includes("list")
    ? within.property("list")?.items
    : undefined;
  if (agents !== undefined) {
    const item = { id: key, ...membersOf(node) };
    if (!accepts(agents, item)) return undefined;
    const list = [...parent, "list"];
    return {
      message: `: agents are items of ${settingText(list)}`,
      fixes: [
        review(
          `Make it an agent of ${settingText(list)}`,
          { op: "remove", path },
          { op: "append", path: list, value: item },
        ),
      ],
    };
  }
  const name = collections.find((each) => within.keys.includes(each));
  if (name === undefined) return undefined;
  const wanted = within.property(name)?.keyed(key);
  if (wanted === undefined || !fits(wanted, node)) return undefined;
  const to = [...parent, name, key];
  const isThere = object.find([name, key]) !== undefined;
  const title = `Move it to ${settingText(to)}`;
  return {
    message: `: names go into ${settingText([...parent, name])}`,
    fixes: isThere ? [] : [review(title, { op: "move", from: path, to: [to] })],
  };
}

/** A setting of the same name elsewhere, if there is exactly one that takes such a value. */
function ofSameName(
  { node, key }: UnknownKey,
  path: JSONPath,
  root: ConfigNode,
): Explanation | undefined {
  const places = (settingsByName().get(key) ?? []).filter((place) => {
    const wanted = configShape().at(place);
    return wanted !== undefined && fits(wanted, node);
  });
  const [to] = places;
  if (to === undefined || places.length > 1) return undefined;
  return movedTo(path, to, root);
}

function movedTo(from: JSONPath, to: JSONPath, root: ConfigNode): Explanation {
  const message = `: there is a setting ${settingText(to)}`;
  if (root.find(to) !== undefined) {
    return { message: `${message}, which is set as well`, fixes: [] };
  }
  const title = `Move it to ${settingText(to)}`;
  return { message, fixes: [review(title, { op: "move", from, to: [to] })] };
}

let byName: ReadonlyMap<string, readonly JSONPath[]> | undefined;

/** Settings that have one place only, no map or list on the way, by their last key. Channels are left out: their keys repeat. */
function settingsByName(): ReadonlyMap<string, readonly JSONPath[]> {
  if (byName !== undefined) return byName;
  const found = new Map<string, JSONPath[]>();
  const visit = (path: JSONPath, depth: number): void => {
    for (const branch of configShape().at(path)?.branches ?? []) {
      for (const key of branch.keys) {
        const below = [...path, key];
        if (below[0] === "channels") continue;
        if (depth > 0) found.set(key, [...(found.get(key) ?? []), below]);
        visit(below, depth + 1);
      }
    }
  };
  visit([], 0);
  byName = found;
  return found;
}

/** Taking the key away makes the file acceptable; what it held is lost, so it comes last, and never for a secret. */
function removal(
  node: ConfigNode,
  path: JSONPath,
  others: readonly Fix[],
): readonly Fix[] {
  const isThere = others.some(
    (fix) =>
      "changes" in fix &&
      fix.changes.length === 1 &&
      fix.changes[0]?.op === "remove",
  );
  return isThere || holdsSecret(node)
    ? []
    : [
        review(`Remove ${JSON.stringify(short(String(node.key)))}`, {
          op: "remove",
          path,
        }),
      ];
}
