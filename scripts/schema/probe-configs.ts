import type { JSONPath, JsonValue } from "../../server/src/core/json5/nodes.ts";
import { sampleOf } from "../../server/src/core/features/completion/sample-value.ts";
import {
  placeAt,
  type SettingPlace,
} from "../../server/src/core/schema/setting-place.ts";
import {
  configShape,
  type ShapeCursor,
} from "../../server/src/core/schema/shape.ts";

/** The name of whatever people name. */
export const anyName = "x";

const command = { command: "c", description: "d" };

/** What the release wants besides, which no schema says; and names that have to be known ones. */
const wanted: { readonly [pattern: string]: { [key: string]: JsonValue } } = {
  "browser.profiles.*": { cdpPort: 18801 },
  "audio.transcription": { command: ["program"] },
  "channels.telegram.customCommands[]": command,
  "channels.telegram.accounts.*.customCommands[]": command,
};
const names: { readonly [pattern: string]: string } = {
  "plugins.entries": "telegram",
};

/** Lists of text, and maps of text, that are left out: whatever stands in them is no block. */
const isBlock = (branch: ShapeCursor): boolean =>
  branch.allows("object") && branch.shape.type !== undefined;

/** A config for each section in which every block is there and holds nothing but what it must: what the release fills in shows. */
export function probeConfigs(): readonly {
  readonly [key: string]: JsonValue;
}[] {
  const sections = configShape().keys.flatMap((section) => {
    const value = blockAt([section]);
    return value === undefined ? [] : [{ [section]: value }];
  });
  return [{}, ...sections];
}

function blockAt(path: JSONPath): JsonValue | undefined {
  const place = placeAt(path);
  if (place === undefined) return undefined;
  for (const branch of place.wanted.branches) {
    if (isBlock(branch)) return objectAt(path, place, branch);
    if (branch.shape.type === "array" && branch.shape.items !== undefined) {
      const item = blockAt([...path, 0]);
      if (item !== undefined) return [item];
    }
  }
  return undefined;
}

function objectAt(
  path: JSONPath,
  { pattern }: SettingPlace,
  branch: ShapeCursor,
): JsonValue {
  const value: Record<string, JsonValue> = { ...wanted[pattern] };
  const open = branch.shape.additionalProperties;
  const keys =
    typeof open === "object" && Object.keys(open).length > 0
      ? [...branch.keys, names[pattern] ?? anyName]
      : branch.keys;
  for (const key of keys) {
    const below = blockAt([...path, key]);
    if (below !== undefined) value[key] ??= below;
  }
  for (const key of branch.shape.required ?? []) {
    const below = placeAt([...path, key]);
    const sample = below && sampleOf(below.wanted, [...path, key]);
    if (sample !== undefined) value[key] ??= sample.value;
  }
  return value;
}

/** What was filled in: every value of `after` that `before` does not have, by its path. */
export function* filledIn(
  before: unknown,
  after: unknown,
  path: JSONPath = [],
): Iterable<readonly [path: JSONPath, value: JsonValue]> {
  if (isRecord(after)) {
    for (const [key, value] of Object.entries(after))
      yield* filledIn(isRecord(before) ? before[key] : undefined, value, [
        ...path,
        key,
      ]);
  } else if (Array.isArray(after) && Array.isArray(before)) {
    for (const [index, value] of after.entries())
      yield* filledIn(before[index], value, [...path, index]);
  } else if (before === undefined) yield [path, after as JsonValue];
}

const isRecord = (
  value: unknown,
): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
