import { skeletons } from "../../dialects/clawdbot/skeletons.ts";
import type { JSONPath, JsonValue } from "../../json5/nodes.ts";
import type { SettingDescription } from "../../schema/describe-path.ts";
import { match } from "../../schema/setting-path.ts";
import type { Shape, ShapeCursor } from "../../schema/shape.ts";

/** A value to begin with that the shape accepts: the recommended one, the default, else the least there can be. */
export function sampleValue(
  wanted: ShapeCursor,
  path: JSONPath,
  description?: SettingDescription,
): JsonValue | undefined {
  const told = [description?.safe, description?.default].find(
    (value) => value !== undefined && typeof value !== "object",
  );
  if (told !== undefined && wanted.branches.some((b) => takes(b.shape, told)))
    return told;
  const own = skeletons.find(({ setting }) => match(setting, path))?.value;
  if (own !== undefined) return own;
  for (const branch of wanted.branches) {
    const value = leastOf(branch, path);
    if (value !== undefined) return value;
  }
  return undefined;
}

function takes(shape: Shape, value: JsonValue): boolean {
  if (shape.enum !== undefined)
    return shape.enum.some((allowed) => allowed === value);
  const { type } = shape;
  if (typeof value === "boolean") return type === "boolean";
  if (typeof value === "number") {
    const isWhole = type === "integer" && Number.isInteger(value);
    return (
      (type === "number" || isWhole) &&
      value >= (shape.minimum ?? -Infinity) &&
      value <= (shape.maximum ?? Infinity) &&
      value > (shape.exclusiveMinimum ?? -Infinity) &&
      value < (shape.exclusiveMaximum ?? Infinity)
    );
  }
  return (
    typeof value === "string" &&
    type === "string" &&
    value.length >= (shape.minLength ?? 0) &&
    value.length <= (shape.maxLength ?? Infinity) &&
    (shape.pattern === undefined || new RegExp(shape.pattern, "u").test(value))
  );
}

const texts = ["", "value", "#0066CC", "0066CC"];
const numbers = [1, 0, 1024, 60_000];

function leastOf(wanted: ShapeCursor, path: JSONPath): JsonValue | undefined {
  const { shape } = wanted;
  if (shape.enum !== undefined) return shape.enum[0];
  if (wanted.allows("object") && shape.type !== undefined) {
    const value: Record<string, JsonValue> = {};
    for (const key of shape.required ?? []) {
      const below = wanted.property(key);
      const part = below && sampleValue(below, [...path, key]);
      if (part === undefined) return undefined;
      value[key] = part;
    }
    return value;
  }
  if (shape.type === "array") return (shape.minItems ?? 0) > 0 ? undefined : [];
  if (shape.type === "boolean") return true;
  return [...texts, ...numbers, shape.minimum].find(
    (value) => value !== undefined && takes(shape, value),
  );
}
