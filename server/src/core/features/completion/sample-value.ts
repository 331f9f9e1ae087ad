import { skeletons, type Skeleton } from "../../dialects/clawdbot/skeletons.ts";
import type { JSONPath, JsonValue } from "../../json5/nodes.ts";
import {
  describeSetting,
  type SettingDescription,
} from "../../schema/describe-path.ts";
import { match } from "../../schema/setting-path.ts";
import type { Shape, ShapeCursor } from "../../schema/shape.ts";

/** A value to begin with. */
export interface Sample {
  readonly value: JsonValue;
  /** The value has the right shape and means nothing yet. */
  readonly isExample: boolean;
}

const asItStands = (value: JsonValue): Sample => ({ value, isExample: false });
const example = (value: JsonValue): Sample => ({ value, isExample: true });

/** A value to begin with that the shape accepts: the recommended one, the default, else the least there can be. */
export function sampleOf(
  wanted: ShapeCursor,
  path: JSONPath,
  description?: SettingDescription,
): Sample | undefined {
  const told = [description?.safe, description?.default].find(
    (value) =>
      value !== undefined && typeof value !== "object" && !isPattern(value),
  );
  if (told !== undefined && wanted.branches.some((b) => takes(b.shape, told)))
    return asItStands(told);
  const own = skeletonOf(path);
  if (own !== undefined) return own;
  for (const branch of wanted.branches) {
    const sample = leastOf(branch, path);
    if (sample !== undefined) return sample;
  }
  return undefined;
}

/** `<agentId>` in a default stands for something the program fills in; written into a file it would be taken by the letter. */
const isPattern = (value: JsonValue): boolean =>
  typeof value === "string" && /<\w+>/.test(value);

function skeletonOf(path: JSONPath): Sample | undefined {
  const row = skeletons.find(({ setting }) => match(setting, path));
  return row && { value: valueOf(row, path), isExample: true };
}

/** The value of a skeleton; what a provider publishes, where the name is its. */
function valueOf({ setting, byName, value }: Skeleton, path: JSONPath) {
  const name = String(match(setting, path)?.at(-1) ?? "").toLowerCase();
  return byName !== undefined && Object.hasOwn(byName, name)
    ? (byName[name] ?? value)
    : value;
}

/** Whether a value to begin with hangs on what people call things. */
export const hangsOnNames = (path: JSONPath): boolean =>
  skeletons.some(
    ({ setting, byName }) => byName !== undefined && match(setting, path),
  );

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

function leastOf(wanted: ShapeCursor, path: JSONPath): Sample | undefined {
  const { shape } = wanted;
  if (shape.enum !== undefined) {
    const [first] = shape.enum;
    return first === undefined ? undefined : example(first);
  }
  if (wanted.allows("object") && shape.type !== undefined) {
    const value: Record<string, JsonValue> = {};
    let isExample = false;
    for (const key of shape.required ?? []) {
      const below = wanted.property(key);
      const inner = [...path, key];
      // The recommended value counts here too: a policy must not begin with "open" for being the schema's first word.
      const part = below && sampleOf(below, inner, describeSetting(inner));
      if (part === undefined) return undefined;
      value[key] = part.value;
      isExample ||= part.isExample;
    }
    return { value, isExample };
  }
  if (shape.type === "array")
    return (shape.minItems ?? 0) > 0 ? undefined : asItStands([]);
  if (shape.type === "boolean") return example(true);
  const least = [...texts, ...numbers, shape.minimum].find(
    (value) => value !== undefined && takes(shape, value),
  );
  return least === undefined ? undefined : example(least);
}
