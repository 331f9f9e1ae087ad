import type { JSONPath, JsonValue, Scalar } from "../json5/nodes.ts";
import type { Unit } from "../text/quantities.ts";
import { choice, typesOf, typeWords } from "./explain/words.ts";
import { parseSettingDocs } from "./generated/setting-docs.js";
import { docOf, type SettingDoc, type SettingDocs } from "./setting-docs.ts";
import { placeAt, type SettingPlace } from "./setting-place.ts";
import type { ShapeCursor } from "./shape.ts";

/** What there is to say about a setting. */
export interface SettingDescription {
  /** The setting as a pattern: dotted keys, `*` any key, `[]` any index. */
  readonly pattern: string;
  readonly title: string;
  /** What it does, in Markdown; empty when nothing is written about it. */
  readonly text: string;
  /** What a value has to be, in words. */
  readonly type: string;
  /** The allowed values, each with its meaning; undefined when any value of the type will do. */
  readonly values?: readonly (readonly [value: Scalar, meaning: string])[];
  readonly default?: JsonValue;
  readonly defaultNote?: string;
  /** The value recommended for safety. */
  readonly safe?: JsonValue;
  readonly protects?: string;
  /** What a number counts, or how a text says a duration. */
  readonly unit?: Unit;
  /** The address of the page in the program's documentation. */
  readonly page?: string;
  /** A change needs a restart of the gateway. */
  readonly restart?: true;
}

const documentation = "https://docs.clawd.bot/";

let docs: SettingDocs | undefined;
const described = new WeakMap<SettingPlace, SettingDescription>();

let guards: ReadonlyMap<string, number> | undefined;

/** How many settings that protect something stand in each section of the config, by the section's key. */
export function guardsBySection(): ReadonlyMap<string, number> {
  if (guards !== undefined) return guards;
  docs ??= parseSettingDocs();
  const counts = new Map<string, number>();
  for (const [pattern, { protects }] of Object.entries(docs.entries)) {
    const section = /^[^.[]+/.exec(pattern)?.[0];
    if (protects !== undefined && section !== undefined)
      counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return (guards = counts);
}

/** Describes the setting at a path of the config; undefined for a key the program does not know. */
export function describeSetting(
  path: JSONPath,
): SettingDescription | undefined {
  if (path.length === 0) return undefined;
  const place = placeAt(path);
  if (place === undefined) return undefined;
  const known = described.get(place);
  if (known !== undefined) return known;
  docs ??= parseSettingDocs();
  const doc = docFor(docs, place.pattern, path);
  const description = describe(place, doc, path);
  // Without words of its own a setting is described by its path, which others at the same place do not share.
  if (doc !== undefined && docFor(docs, place.pattern, []) === doc)
    described.set(place, description);
  return description;
}

function describe(
  { pattern, wanted }: SettingPlace,
  doc: SettingDoc | undefined,
  path: JSONPath,
): SettingDescription {
  const values = valuesOf(wanted, doc?.values ?? {});
  const fallback = doc?.default;
  return {
    pattern,
    title: doc?.title ?? titleOf(path),
    text: doc?.text ?? "",
    type: typeText(wanted),
    ...(values.length === 0 ? {} : { values }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(doc?.defaultNote === undefined ? {} : { defaultNote: doc.defaultNote }),
    ...(doc?.safe === undefined ? {} : { safe: doc.safe }),
    ...(doc?.protects === undefined ? {} : { protects: doc.protects }),
    ...(doc?.unit === undefined ? {} : { unit: doc.unit }),
    ...(doc?.page === undefined ? {} : { page: documentation + doc.page }),
    ...(doc?.restart === true ? { restart: true } : {}),
  };
}

/** Its own doc; of an item that of its list; in a channel that only a plugin knows, that of any channel. */
function docFor(
  docs: SettingDocs,
  pattern: string,
  path: JSONPath,
): SettingDoc | undefined {
  const own = docOf(docs, pattern);
  if (own !== undefined) return own;
  if (pattern.endsWith("[]")) {
    return docFor(docs, pattern.slice(0, -"[]".length), path.slice(0, -1));
  }
  const [section, id, ...below] = path;
  if (section !== "channels" || id === undefined) return undefined;
  const isName = (index: number): boolean => below[index - 1] === "accounts";
  const steps = below.map((key, index) =>
    typeof key === "number" ? "[]" : isName(index) ? ".*" : `.${key}`,
  );
  return docOf(docs, `channels.*${steps.join("")}`);
}

function valuesOf(
  wanted: ShapeCursor,
  meanings: { readonly [value: string]: string },
): readonly (readonly [Scalar, string])[] {
  const isExplained =
    Object.hasOwn(meanings, "true") || Object.hasOwn(meanings, "false");
  const values = wanted.branches.flatMap((branch): readonly Scalar[] => {
    const { shape } = branch;
    if (shape.enum !== undefined) return shape.enum;
    if (shape.type === "boolean") return isExplained ? [true, false] : [];
    return shape.items === undefined ? [] : (branch.items.shape.enum ?? []);
  });
  return values.map((value) => {
    const name = String(value);
    return [value, Object.hasOwn(meanings, name) ? (meanings[name] ?? "") : ""];
  });
}

/** "a list of text", "an object", "true or false". */
function typeText(wanted: ShapeCursor): string {
  const { branches } = wanted;
  if (
    branches.every(
      ({ shape }) => shape.type === undefined && shape.enum === undefined,
    )
  )
    return "any value";
  const words = branches.flatMap((branch) => {
    if (branch.shape.type !== "array" || branch.shape.items === undefined)
      return typesOf(branch).map(typeWords);
    return [`a list of ${plural(branch.items)}`];
  });
  return choice([...new Set(words)]);
}

const plurals: { readonly [type: string]: string } = {
  string: "texts",
  number: "numbers",
  integer: "whole numbers",
  boolean: "true or false",
  object: "objects",
  array: "lists",
};

const plural = (wanted: ShapeCursor): string =>
  choice([...new Set(typesOf(wanted).map((type) => plurals[type] ?? type))]) ||
  "any values";

/** A title from the key itself, for a setting that nothing is written about. */
function titleOf(path: JSONPath): string {
  const keys = path.filter((step) => typeof step === "string");
  const key = keys.at(-1) ?? "";
  const words = key.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
