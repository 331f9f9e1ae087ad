import type { ConfigNode } from "../../config/config-node.ts";
import type { JSONPath, JsonValue } from "../../json5/nodes.ts";
import { skeletons } from "../../dialects/clawdbot/skeletons.ts";
import type { Fault } from "../interpret.ts";
import {
  firstPreferred,
  placeOfValue,
  review,
  type SchemaProblem,
} from "../schema-problem.ts";
import { match, settingText } from "../setting-path.ts";
import type { ShapeCursor } from "../shape.ts";
import { accepts } from "./accepts.ts";
import { wantedWords } from "./words.ts";

type MissingKey = Extract<Fault, { kind: "missing-key" }>;

/** A key without which the program takes nothing: a skeleton of it. */
export function missingKey(
  { node, key, wanted }: MissingKey,
  root: ConfigNode,
): SchemaProblem {
  const path = [...node.path, key];
  const found = skeletonFor(path, node, wanted, root);
  return {
    code: "schema.missing_key",
    path,
    at: placeOfValue(node),
    message: `${settingText(node.path)} lacks ${JSON.stringify(key)} (${wantedWords(wanted)}), which is required${found?.hint ?? ""}`,
    fixes:
      found === undefined
        ? []
        : firstPreferred([
            review(found.title, { op: "set", path, value: found.value }),
          ]),
  };
}

interface Skeleton {
  readonly value: JsonValue;
  readonly title: string;
  readonly hint?: string;
}

function skeletonFor(
  path: JSONPath,
  node: ConfigNode,
  wanted: ShapeCursor,
  root: ConfigNode,
): Skeleton | undefined {
  const key = JSON.stringify(path.at(-1));
  for (const row of skeletons) {
    const captures = match(row.setting, path);
    if (captures === undefined) continue;
    const name = String(captures.at(-1) ?? "").toLowerCase();
    const value =
      copied(row.from, node, path, root) ?? row.byName?.[name] ?? row.value;
    if (!accepts(wanted, value)) continue;
    const shown = typeof value === "object" ? "" : `: ${JSON.stringify(value)}`;
    const isExample = value === row.value && row.isExample === true;
    return {
      value,
      title: `Add ${key}${shown}${isExample ? ", to be filled in" : ""}`,
      ...(row.hint === undefined ? {} : { hint: `. ${row.hint}` }),
    };
  }
  const value = plainest(wanted);
  return value === undefined
    ? undefined
    : {
        value,
        title: `Add ${key}${typeof value === "object" ? "" : `: ${JSON.stringify(value)}`}, to be filled in`,
      };
}

/** A value that stands elsewhere in the config and most likely is the one wanted. */
function copied(
  from: string | undefined,
  node: ConfigNode,
  path: JSONPath,
  root: ConfigNode,
): JsonValue | undefined {
  switch (from) {
    case undefined:
      return undefined;
    case "map key":
      return String(path.at(-2)).split(":")[0];
    case "first agent":
      return root.find(["agents", "list", 0, "id"])?.scalar ?? undefined;
    case "first channel":
      return firstChannel(root);
    case "first channel as match": {
      const channel = firstChannel(root);
      return channel === undefined ? undefined : { channel };
    }
    default: {
      const sibling = node.get(from)?.scalar;
      return typeof sibling === "string" && sibling !== ""
        ? sibling
        : undefined;
    }
  }
}

const firstChannel = (root: ConfigNode): string | undefined =>
  [...(root.get("channels")?.entries.keys() ?? [])].find(
    (id) => id !== "defaults",
  );

/** The least value the shape takes, when there is one that says nothing. */
function plainest(wanted: ShapeCursor): JsonValue | undefined {
  const candidates: readonly JsonValue[] = ["", "…", 0, 1, false, [], {}];
  return candidates.find((value) => accepts(wanted, value));
}
