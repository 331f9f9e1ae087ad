import type { JsonValue } from "../../json5/nodes.ts";
import { characterCount } from "../possible-text.ts";
import type { ShapeCursor } from "../shape.ts";

/** Whether a plain value has the shape; strings with references count as text of unknown content. For proposals of ours only. */
export function accepts(wanted: ShapeCursor, value: JsonValue): boolean {
  return wanted.branches.some((branch) => acceptsOne(branch, value));
}

function acceptsOne(wanted: ShapeCursor, value: JsonValue): boolean {
  const { shape } = wanted;
  if (shape.type !== undefined && !wanted.allows(jsonType(value))) return false;
  if (typeof value === "string" && value.includes("${")) return true;
  if (
    shape.enum !== undefined &&
    !shape.enum.some((allowed) => allowed === value)
  )
    return false;
  if (typeof value === "string") {
    const { minLength = 0, maxLength = Infinity, pattern } = shape;
    return (
      characterCount(value) >= minLength &&
      characterCount(value) <= maxLength &&
      (pattern === undefined || new RegExp(pattern, "u").test(value))
    );
  }
  if (typeof value === "number") {
    const {
      minimum = -Infinity,
      maximum = Infinity,
      exclusiveMinimum = -Infinity,
    } = shape;
    return value >= minimum && value <= maximum && value > exclusiveMinimum;
  }
  if (Array.isArray(value))
    return value.every((item: JsonValue) => accepts(wanted.items, item));
  if (typeof value !== "object" || value === null) return true;
  if ((shape.required ?? []).some((key) => !Object.hasOwn(value, key)))
    return false;
  const keys = shape.propertyNames?.pattern;
  return Object.entries(value).every(([key, child]: [string, JsonValue]) => {
    if (keys !== undefined && !new RegExp(keys, "u").test(key)) return false;
    const below = wanted.property(key);
    return below !== undefined && accepts(below, child);
  });
}

function jsonType(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number")
    return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
