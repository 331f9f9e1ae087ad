import { sharedKeys } from "../access/effective-setting.ts";
import type { ConfigNode } from "../config/config-node.ts";
import type { JSONPath, JsonValue } from "../json5/nodes.ts";
import { describeSetting } from "../schema/describe-path.ts";
import { placeAt, type SettingPlace } from "../schema/setting-place.ts";
import type { Analysis } from "./analysis.ts";
import { defaultText, effectiveText } from "./effective-text.ts";

/** A setting that is not written in its block, and what counts instead. */
export interface UnsetSetting {
  readonly key: string;
  readonly source: "inherited" | "default";
  /** In Markdown; never a secret. */
  readonly value: string;
  /** "default", or which setting it is taken from. */
  readonly origin: string;
  /** Whether it decides over safety. */
  readonly matters: boolean;
  /** Whether there is a value recommended for safety. */
  readonly isAdvised: boolean;
}

/** A key of a block, for when it is missing. */
interface Candidate {
  readonly key: string;
  readonly matters: boolean;
  readonly isAdvised: boolean;
  /** The program's own value; undefined where none is known. */
  readonly fallback: string | undefined;
}

const candidatesAt = new WeakMap<SettingPlace, readonly Candidate[]>();

function candidatesOf(
  place: SettingPlace,
  path: JSONPath,
): readonly Candidate[] {
  const known = candidatesAt.get(place);
  if (known !== undefined) return known;
  const keys = new Set(
    place.wanted.branches.flatMap((branch) =>
      branch.allows("object") ? branch.keys : [],
    ),
  );
  const candidates = [...keys].map((key): Candidate => {
    const about = describeSetting([...path, key]);
    const fallback: JsonValue | undefined = about?.default;
    return {
      key,
      matters: about?.protects !== undefined,
      isAdvised: about?.safe !== undefined,
      fallback:
        fallback === undefined ? undefined : defaultText(fallback, about?.unit),
    };
  });
  candidatesAt.set(place, candidates);
  return candidates;
}

/** Settings of a block that are not written in it and for which something counts, in the schema's order, seen from a file. */
export function unsetSettings(
  analysis: Analysis,
  path: JSONPath,
  block: ConfigNode,
  file: string,
): UnsetSetting[] {
  const place = placeAt(path);
  if (place === undefined || block.kind !== "object") return [];
  const unset: UnsetSetting[] = [];
  const shared = sharedKeys(analysis.view);
  for (const candidate of candidatesOf(place, path)) {
    const { key, matters, isAdvised, fallback } = candidate;
    if (block.entries.has(key)) continue;
    const counts = shared.has(key)
      ? effectiveText(analysis, [...path, key], file)
      : undefined;
    if (counts?.source === "inherited")
      unset.push({
        key,
        source: "inherited",
        value: counts.value,
        origin: counts.origin,
        matters,
        isAdvised,
      });
    else if (fallback !== undefined)
      unset.push({
        key,
        source: "default",
        value: fallback,
        origin: "default",
        matters,
        isAdvised,
      });
  }
  return unset;
}
