import { blocks } from "../../dialects/clawdbot/blocks.ts";
import { keyOrder } from "../../dialects/clawdbot/key-order.ts";
import { keyNameOf } from "../../json5/navigate.ts";
import type { JSONPath, JsonValue } from "../../json5/nodes.ts";
import {
  describeSetting,
  guardsBySection,
} from "../../schema/describe-path.ts";
import { placeAt, type SettingPlace } from "../../schema/setting-place.ts";
import { knownKeys } from "./known-values.ts";
import type { Asked, Offer } from "./offer.ts";
import { hangsOnNames, sampleOf, type Sample } from "./sample-value.ts";
import {
  fixedText,
  joined,
  keyText,
  writeValue,
  type Insertion,
} from "./write-insertion.ts";

/**
 * Required keys first, then those that decide who gets in, then all others; each group as the schema has it. Of the sections
 * of the config those come first in which most is decided.
 */
function rankOf(
  path: JSONPath,
  isSafety: boolean,
  isRequired: boolean,
): number {
  if (isRequired) return 0;
  const [section] = path;
  if (path.length === 1 && typeof section === "string") {
    const count = guardsBySection().get(section) ?? 0;
    return count === 0 ? 2000 : 2000 - Math.min(count, 400) * 2;
  }
  return isSafety ? 1000 : 2000;
}

/** What is offered for one key, whatever the config says. */
interface KeyRow {
  readonly key: string;
  readonly rank: number;
  readonly title: string | undefined;
  readonly sample: Sample | undefined;
}

const rowsAt = new WeakMap<SettingPlace, readonly KeyRow[]>();

function rowOf(key: string, path: JSONPath, isRequired: boolean): KeyRow {
  const below = [...path, key];
  const wanted = placeAt(below)?.wanted;
  const description = describeSetting(below);
  return {
    key,
    rank: rankOf(below, description?.protects !== undefined, isRequired),
    title: description?.title,
    sample: wanted && sampleOf(wanted, below, description),
  };
}

/** The keys the schema knows at a place. Worked out once, unless what to begin with hangs on a name in the path. */
function rowsOf(place: SettingPlace, path: JSONPath): readonly KeyRow[] {
  const known = rowsAt.get(place);
  if (known !== undefined) return known;
  const { branches } = place.wanted;
  const required = new Set(
    branches.flatMap(({ shape }) => shape.required ?? []),
  );
  const keys = new Set(
    branches.flatMap((branch) => (branch.allows("object") ? branch.keys : [])),
  );
  const rows = [...keys].map((key) => rowOf(key, path, required.has(key)));
  if (!rows.some(({ key }) => hangsOnNames([...path, key])))
    rowsAt.set(place, rows);
  return rows;
}

const namedRowsAt = new WeakMap<SettingPlace, Map<string, KeyRow>>();

/** Names that people and the release give to channels, providers and plugins are few; more of them are not kept. */
const mostNames = 200;

/** What is offered for a name that the schema does not know, in a map. */
function namedRow(place: SettingPlace, key: string, path: JSONPath): KeyRow {
  const rows = namedRowsAt.get(place) ?? new Map<string, KeyRow>();
  namedRowsAt.set(place, rows);
  const known = rows.get(key);
  if (known !== undefined) return known;
  const row = rowOf(key, path, false);
  if (rows.size < mostNames && !hangsOnNames([...path, key]))
    rows.set(key, row);
  return row;
}

/** Keys for the object at the cursor, best first. */
export function keyOffers(asked: Asked): readonly Offer[] {
  const { analysis, place, layout, quote } = asked;
  const at = placeAt(place.path);
  if (at === undefined) return [];
  const present = new Set(
    (place.container?.children ?? [])
      .filter(({ offset }) => offset !== place.span.offset)
      .map(keyNameOf),
  );
  const name = (key: string): Insertion =>
    fixedText(keyText(key, layout.style, quote));
  const member = (key: string, value: JsonValue): Insertion =>
    joined(
      name(key),
      fixedText(`:${layout.style.afterColon}`),
      writeValue(value, layout),
    );
  const rows = [...rowsOf(at, place.path)];
  const listed = new Set(rows.map(({ key }) => key));
  for (const key of knownKeys(analysis, at.pattern, place.path))
    if (!listed.has(key)) rows.push(namedRow(at, key, place.path));
  const renames = place.hasColon ? renameCheck(asked) : undefined;
  // Of keys that matter alike, those first that people write first.
  const usual = keyOrder(place.path) ?? [];
  const offers: Offer[] = [];
  for (const [index, { key, rank, title, sample }] of rows.entries()) {
    if (sample === undefined || present.has(key)) continue;
    if (renames !== undefined && !renames(key)) continue;
    offers.push({
      label: key,
      kind: "key",
      rank:
        rank +
        (usual.includes(key) ? usual.indexOf(key) : usual.length + index) /
          1000,
      insertion: place.hasColon ? name(key) : member(key, sample.value),
      setting: [...place.path, key],
      isExample: sample.isExample && !place.hasColon,
      about: title,
    });
  }
  if (!place.hasColon) {
    for (const { label, within, key, value, about } of blocks) {
      if (key === undefined || present.has(key)) continue;
      if (within.join("\0") !== place.path.join("\0")) continue;
      offers.push({
        label,
        kind: "block",
        rank: 500,
        insertion: member(key, value),
        about,
        isExample: true,
      });
    }
    if (mayInclude(asked) && !present.has("$include"))
      offers.push({
        label: "$include",
        kind: "key",
        rank: 9000,
        insertion: member("$include", "./"),
        about: "Content of another file",
        isExample: true,
      });
  }
  return offers.sort((a, b) => a.rank - b.rank);
}

/** Includes are legal everywhere; they are offered where people use them, and to whoever asks. */
const mayInclude = ({ place, token }: Asked): boolean =>
  place.path.length <= 2 || token.includes("$");

/**
 * Which names could stand before the value that is there. What is a setting already stays what it is: its value was written for
 * it, and others may need it. A name half typed may become any.
 */
function renameCheck({ place }: Asked): ((key: string) => boolean) | undefined {
  const property = place.container?.children?.find(
    ({ offset }) => offset === place.span.offset,
  );
  const current = property && keyNameOf(property);
  if (current === undefined) return undefined;
  const isSettled =
    // Dropped by the program, so that it breaks nothing as it is.
    current === "__proto__" || placeAt([...place.path, current]) !== undefined;
  return isSettled ? (key) => key === current : undefined;
}
