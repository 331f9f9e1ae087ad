import type { ConfigNode } from "../../config/config-node.ts";
import type { JsonValue } from "../../json5/nodes.ts";
import { fits } from "../interpret.ts";
import type { ShapeCursor } from "../shape.ts";
import { membersOf, writtenValue } from "../written-value.ts";
import { accepts } from "./accepts.ts";
import { typesOf } from "./words.ts";

/** The same intent in another type. */
export interface Conversion {
  readonly value: JsonValue;
  /** What the value becomes, for a button: "Write it as a number". */
  readonly title: string;
  /** Nothing else can be meant. */
  readonly isCertain: boolean;
}

const yes = new Set(["true", "yes", "on", "enabled", "1"]);
const no = new Set(["false", "no", "off", "disabled", "0"]);

/** What a value of the wrong type becomes when it is written in the right one; those the shape takes, best first. */
export function conversionsTo(
  wanted: ShapeCursor,
  node: ConfigNode,
): readonly Conversion[] {
  const found: Conversion[] = [];
  for (const branch of wanted.branches) {
    for (const conversion of candidates(branch, node)) {
      if (
        accepts(branch, conversion.value) &&
        !found.some(({ title }) => title === conversion.title)
      )
        found.push(conversion);
    }
  }
  return found;
}

function* candidates(
  wanted: ShapeCursor,
  node: ConfigNode,
): Iterable<Conversion> {
  const written = writtenValue(node);
  const types = typesOf(wanted);
  if (node.kind === "scalar") {
    if (types.includes("integer") || types.includes("number"))
      yield* toNumber(written);
    if (types.includes("boolean")) yield* toBoolean(written);
    if (
      types.includes("string") &&
      (typeof written === "number"
        ? Number.isSafeInteger(written)
        : typeof written === "boolean")
    ) {
      yield {
        value: String(node.scalar),
        title: "Put it in quotes",
        isCertain: true,
      };
    }
    if (types.includes("array") && written !== null) yield* toList(written);
    if (types.includes("object")) yield* toObject(wanted, node, written);
    return;
  }
  if (node.kind === "array" && types.includes("object"))
    yield* toMap(wanted, node);
  if (
    node.kind === "array" &&
    node.items.length === 1 &&
    node.items[0] !== undefined &&
    fits(wanted, node.items[0])
  ) {
    yield {
      value: writtenValue(node.items[0]),
      title: "Take the one item out of the list",
      isCertain: true,
    };
  }
  if (node.kind === "object" && types.includes("array")) {
    yield {
      value: [written],
      title: "Make it a list of one",
      isCertain: false,
    };
    yield* toNamedItems(node);
  }
}

function* toNumber(written: JsonValue): Iterable<Conversion> {
  if (typeof written !== "string") return;
  const text = written.trim();
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) {
    const value = Number(text);
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER)
      yield {
        value,
        title: "Write it as a number, without quotes",
        isCertain: true,
      };
    return;
  }
  // A default in a shell's manner, which the program does not know.
  const fallback = /^\$\{[A-Za-z_]\w*:-(\d+)\}$/.exec(text)?.[1];
  if (fallback !== undefined)
    yield {
      value: Number(fallback),
      title: `Set it to ${Number(fallback)}, the default in the text`,
      isCertain: false,
    };
}

function* toBoolean(written: JsonValue): Iterable<Conversion> {
  if (typeof written !== "string" && typeof written !== "number") return;
  const text = String(written).trim().toLowerCase();
  if (yes.has(text))
    yield { value: true, title: "Set it to true", isCertain: text === "true" };
  if (no.has(text))
    yield {
      value: false,
      title: "Set it to false",
      isCertain: text === "false",
    };
}

function* toList(written: JsonValue): Iterable<Conversion> {
  if (
    typeof written === "string" &&
    /[,;]/.test(written) &&
    !written.includes("$")
  ) {
    const parts = written.split(/[,;]/).map((part) => part.trim());
    yield {
      value: parts.filter((part) => part !== ""),
      title: "Make it a list, split at the commas",
      isCertain: false,
    };
  }
  yield { value: [written], title: "Make it a list", isCertain: true };
  if (typeof written === "number" && Number.isSafeInteger(written)) {
    yield {
      value: [String(written)],
      title: "Make it a list",
      isCertain: true,
    };
  }
}

/** Keys that a plain value in place of the object most likely is. */
const leadingKeys = [
  "primary",
  "mode",
  "every",
  "enabled",
  "policy",
  "url",
  "id",
  "token",
  "name",
];

function* toObject(
  wanted: ShapeCursor,
  node: ConfigNode,
  written: JsonValue,
): Iterable<Conversion> {
  for (const key of leadingKeys) {
    const below = wanted.keys.includes(key) ? wanted.property(key) : undefined;
    if (below === undefined) continue;
    if (fits(below, node)) {
      yield {
        value: { [key]: written },
        title: `Make it an object with ${key}`,
        isCertain: key === "primary",
      };
    } else if (key === "enabled" && typeof written === "string") {
      for (const { value } of toBoolean(written))
        yield {
          value: { enabled: value },
          title: "Make it an object with enabled",
          isCertain: false,
        };
    }
  }
}

/** A list of names where a map is wanted: each name becomes a key. */
function* toMap(wanted: ShapeCursor, node: ConfigNode): Iterable<Conversion> {
  if (node.items.length === 0) {
    yield { value: {}, title: "Make it an empty object", isCertain: false };
    return;
  }
  const names = node.items.flatMap(({ scalar }) =>
    typeof scalar === "string" || Number.isSafeInteger(scalar)
      ? [String(scalar)]
      : [],
  );
  const areNames = names.every((name) => !name.includes("$"));
  if (names.length === node.items.length && areNames) {
    for (const value of [{}, { enabled: true }, true]) {
      const map = Object.fromEntries(names.map((name) => [name, value]));
      if (accepts(wanted, map)) {
        yield { value: map, title: "Make each item a key", isCertain: false };
        return;
      }
    }
  }
  const map: Record<string, JsonValue> = {};
  for (const item of node.items) {
    const name = item.get("id") ?? item.get("name");
    const key = name?.scalar;
    if (typeof key !== "string" || Object.hasOwn(map, key)) return;
    map[key] = membersOf(item, name?.key);
  }
  yield { value: map, title: "Make each item a key", isCertain: false };
}

/** A map where a list is wanted: each key becomes an item's id. */
function* toNamedItems(node: ConfigNode): Iterable<Conversion> {
  const entries = [...node.entries];
  if (
    entries.length === 0 ||
    entries.some(([, child]) => child.kind !== "object")
  )
    return;
  const items = entries.map(([key, child]): JsonValue => ({
    id: key,
    ...membersOf(child),
  }));
  yield {
    value: items,
    title: "Make it a list, each key an id",
    isCertain: false,
  };
}
