import { blocks } from "../../dialects/clawdbot/blocks.ts";
import { secureBaseline } from "../../dialects/clawdbot/secure-baseline.ts";
import { keyNameOf } from "../../json5/navigate.ts";
import { indentOfLine } from "../../json5/style.ts";
import type { Edit, JSONPath, JsonValue, Scalar } from "../../json5/nodes.ts";
import { describeSetting } from "../../schema/describe-path.ts";
import { placeAt } from "../../schema/setting-place.ts";
import { endOf, type Span } from "../../text/span.ts";
import type { Analysis } from "../analysis.ts";
import { cursorPlace, type CursorPlace } from "./cursor-place.ts";
import { knownKeys, knownValues, knownVariables } from "./known-values.ts";
import { sampleValue } from "./sample-value.ts";
import {
  fixedText,
  joined,
  keyText,
  scalarText,
  writeValue,
  type Insertion,
  type Layout,
} from "./write-insertion.ts";

/** One thing that could be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: "key" | "value" | "block" | "variable" | "file";
  /** What takes the place of `span`. */
  readonly insertion: Insertion;
  readonly span: Span;
  /** What the editor compares with the text of the span. */
  readonly filter: string;
  /** Lower comes first. */
  readonly rank: number;
  /** Whether the editor should have it chosen already. */
  readonly preselect: boolean;
  /** Edits elsewhere that belong to it: a comma that was missing. */
  readonly further: readonly Edit[];
  readonly about?: string;
  /** The setting to explain when the editor asks for more. */
  readonly setting?: JSONPath;
}

type Offer = Pick<Completion, "label" | "kind" | "rank" | "insertion"> &
  Partial<Pick<Completion, "about" | "setting" | "preselect">>;

/** What could be written at an offset of the root file, best first; none where nothing can be. */
export function completionsAt(
  analysis: Analysis,
  offset: number,
): readonly Completion[] {
  const { document, tooDeep } = analysis.resolved;
  if (tooDeep) return [];
  const place = cursorPlace(document, offset);
  if (place === undefined) return [];
  const token = document.text.slice(place.span.offset, endOf(place.span));
  const variable = variableBefore(document.text, place.span, offset);
  if (variable !== undefined)
    return place.kind === "value" && takesText(place.path)
      ? variables(analysis, variable)
      : [];
  // An editor replaces within one line only.
  if (/[\r\n]/.test(token)) return [];
  const offers =
    place.kind === "key"
      ? keyOffers(analysis, place, token)
      : valueOffers(analysis, place, token);
  const comma = fixedText(place.commaAfter ? "," : "");
  const further: readonly Edit[] =
    place.commaBefore === undefined
      ? []
      : [{ offset: place.commaBefore, length: 0, content: "," }];
  const quote = quoteOf(token) ?? "";
  return offers.map((offer) => ({
    preselect: false,
    ...offer,
    insertion: joined(offer.insertion, comma),
    span: place.span,
    filter: quote + offer.label,
    further,
  }));
}

const quoteOf = (token: string): "'" | '"' | undefined =>
  token.startsWith('"') ? '"' : token.startsWith("'") ? "'" : undefined;

/** The part of a variable's name that stands between `${` and the cursor, its rest and its brace included. */
function variableBefore(
  text: string,
  token: Span,
  offset: number,
): Span | undefined {
  const before = /(^|[^$])\$\{(\w*)$/.exec(text.slice(token.offset, offset));
  if (before === null || quoteOf(text.slice(token.offset)) === undefined)
    return undefined;
  const after = /^\w*\}?/.exec(text.slice(offset, endOf(token)))?.[0] ?? "";
  const typed = before[2]?.length ?? 0;
  return { offset: offset - typed, length: typed + after.length };
}

const takesText = (path: JSONPath): boolean =>
  placeAt(path)?.wanted.branches.some((branch) => branch.allows("string")) ??
  false;

const variables = (analysis: Analysis, span: Span): readonly Completion[] =>
  knownVariables(analysis).map((name, rank) => ({
    label: name,
    kind: "variable",
    insertion: fixedText(`${name}}`),
    span,
    filter: name,
    rank,
    preselect: false,
    further: [],
    about: "Replaced by an environment variable when Clawdbot loads the file.",
  }));

function layoutAt(analysis: Analysis, place: CursorPlace): Layout {
  const style = analysis.styleOf();
  const { text } = analysis.resolved.document;
  const { container, span } = place;
  const start = container?.offset ?? 0;
  const isSpread = /[\r\n]/.test(text.slice(start, span.offset));
  return {
    style,
    indent: indentOfLine(text, span.offset),
    multiLine: isSpread || (container === undefined && style.multiLine),
  };
}

/** Required keys first, then those that decide who gets in, then all others; each group as the schema has it. */
const rankOf = (
  order: number,
  isSafety: boolean,
  isRequired: boolean,
): number => (isRequired ? 0 : isSafety ? 1000 : 2000) + order;

function keyOffers(
  analysis: Analysis,
  place: CursorPlace,
  token: string,
): readonly Offer[] {
  const at = placeAt(place.path);
  if (at === undefined) return [];
  const present = new Set(
    (place.container?.children ?? [])
      .filter(({ offset }) => offset !== place.span.offset)
      .map(keyNameOf),
  );
  const layout = layoutAt(analysis, place);
  const quote = quoteOf(token);
  const name = (key: string): Insertion =>
    fixedText(keyText(key, layout.style, quote));
  const member = (key: string, value: JsonValue): Insertion =>
    joined(
      name(key),
      fixedText(`:${layout.style.afterColon}`),
      writeValue(value, layout),
    );
  const required = new Set(
    at.wanted.branches.flatMap(({ shape }) => shape.required ?? []),
  );
  const keys = new Set([
    ...at.wanted.branches.flatMap((branch) =>
      branch.allows("object") ? branch.keys : [],
    ),
    ...knownKeys(analysis, at.pattern, place.path),
  ]);
  const offers: Offer[] = [];
  let order = 0;
  for (const key of keys) {
    order++;
    if (present.has(key)) continue;
    const path = [...place.path, key];
    const wanted = placeAt(path)?.wanted;
    if (wanted === undefined) continue;
    const description = describeSetting(path);
    const value = place.hasColon
      ? null
      : sampleValue(wanted, path, description);
    if (value === undefined) continue;
    offers.push({
      label: key,
      kind: "key",
      rank: rankOf(
        order,
        description?.protects !== undefined,
        required.has(key),
      ),
      insertion: place.hasColon ? name(key) : member(key, value),
      setting: path,
      ...(description === undefined ? {} : { about: description.title }),
    });
  }
  for (const { label, within, key, value, about } of blocks) {
    if (key === undefined || place.hasColon || present.has(key)) continue;
    if (within.join("\0") !== place.path.join("\0")) continue;
    offers.push({
      label,
      kind: "block",
      rank: 500,
      insertion: member(key, value),
      about,
    });
  }
  return offers.sort((a, b) => a.rank - b.rank);
}

function valueOffers(
  analysis: Analysis,
  place: CursorPlace,
  token: string,
): readonly Offer[] {
  const { path } = place;
  const layout = layoutAt(analysis, place);
  if (path.length === 0) {
    if (place.container !== undefined || token !== "") return [];
    return [
      {
        label: "secure baseline",
        kind: "block",
        rank: 0,
        preselect: true,
        insertion: writeValue(
          secureBaseline("${CLAWDBOT_GATEWAY_TOKEN}"),
          layout,
        ),
        about: "A first config that Clawdbot accepts and that opens nothing.",
      },
    ];
  }
  if (path.at(-1) === "$include") return [];
  const at = placeAt(path);
  if (at === undefined) return [];
  const description = describeSetting(path);
  const quote = quoteOf(token);
  const safe = description?.safe ?? description?.default;
  const meanings = new Map(description?.values);
  const scalars = new Set<Scalar>();
  const taken = new Set<unknown>(
    place.container?.type === "array"
      ? place.container.children?.map(({ offset, value }) =>
          offset === place.span.offset ? undefined : (value as unknown),
        )
      : [],
  );
  if (quote === undefined || typeof safe === "string")
    for (const branch of at.wanted.branches)
      if (
        typeof safe !== "object" &&
        safe !== undefined &&
        sampleValue(branch, path, description) === safe
      )
        scalars.add(safe);
  for (const { shape } of at.wanted.branches) {
    for (const value of shape.enum ?? []) scalars.add(value);
    if (shape.type === "boolean") scalars.add(true).add(false);
  }
  for (const value of knownValues(analysis, at.pattern, path))
    scalars.add(value);
  const offers: Offer[] = [...scalars]
    .filter((value) => !taken.has(value))
    .filter((value) => quote === undefined || typeof value === "string")
    .map((value, rank) => ({
      label: String(value),
      kind: "value",
      rank: value === safe ? -1 : rank,
      preselect: value === safe,
      insertion: fixedText(scalarText(value, layout.style, quote)),
      setting: path,
      ...(meanings.has(value) ? { about: meanings.get(value) ?? "" } : {}),
    }));
  if (token !== "") return offers;
  const isItem = typeof path.at(-1) === "number";
  const group = isItem
    ? blocks.filter(
        ({ key, within }) =>
          key === undefined &&
          within.join("\0") === [...path.slice(0, -1), "[]"].join("\0"),
      )
    : [];
  for (const { label, value, about } of group)
    offers.push({
      label,
      kind: "block",
      rank: 500,
      insertion: writeValue(value, layout),
      about,
    });
  const container = sampleValue(at.wanted, path);
  if (typeof container === "object" && container !== null)
    offers.push({
      label: Array.isArray(container) ? "[]" : "{}",
      kind: "value",
      rank: 600,
      insertion: writeValue(container, layout),
    });
  return offers.sort((a, b) => a.rank - b.rank);
}
