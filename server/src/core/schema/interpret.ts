import type { ConfigNode } from "../config/config-node.ts";
import { templateCanBe } from "../config/env-references.ts";
import type { Scalar } from "../json5/nodes.ts";
import { canMatch, leastLength } from "./possible-text.ts";
import type { ShapeCursor } from "./shape.ts";

/** What the shape does not allow, at the node it is about. One fault a mistake. */
export type Fault =
  | {
      readonly kind: "unknown-key";
      readonly node: ConfigNode;
      readonly key: string;
      readonly within: ShapeCursor;
      readonly object: ConfigNode;
    }
  | {
      readonly kind: "missing-key";
      readonly node: ConfigNode;
      readonly key: string;
      readonly wanted: ShapeCursor;
    }
  | {
      readonly kind: "key-name";
      readonly node: ConfigNode;
      readonly key: string;
      readonly pattern: string;
    }
  | {
      readonly kind: "type";
      readonly node: ConfigNode;
      readonly wanted: ShapeCursor;
    }
  | {
      readonly kind: "enum";
      readonly node: ConfigNode;
      readonly wanted: ShapeCursor;
      readonly values: readonly Scalar[];
    }
  | {
      readonly kind: "range" | "length" | "pattern";
      readonly node: ConfigNode;
      readonly wanted: ShapeCursor;
    };

/** The JSON type of a value; numbers are told apart by their kind, and those that are not finite are of none. */
export function typeOf(node: ConfigNode): string {
  if (node.kind !== "scalar") return node.kind;
  const value = node.scalar;
  if (value === null || value === undefined) return "null";
  if (typeof value !== "number") return typeof value;
  return Number.isInteger(value)
    ? "integer"
    : Number.isFinite(value)
      ? "number"
      : "not a number";
}

/** Whether the node could be what the shape asks for, with some values of its variables. */
export const fits = (wanted: ShapeCursor, node: ConfigNode): boolean =>
  faultsIn(wanted, node).length === 0;

/** Everything the shape does not allow in a value. Depth is bounded by the shape's, which has no cycle. */
export function faultsIn(
  wanted: ShapeCursor,
  node: ConfigNode,
): readonly Fault[] {
  const faults: Fault[] = [];
  collect(wanted, node, faults);
  return faults;
}

function collect(wanted: ShapeCursor, node: ConfigNode, faults: Fault[]): void {
  const { shape } = wanted;
  if (shape.anyOf !== undefined) return collectUnion(wanted, node, faults);
  const type = typeOf(node);
  if (shape.type !== undefined && !wanted.allows(type)) {
    // A value of another type that a list of values could hold is told as a wrong value.
    const isChoice =
      shape.enum !== undefined &&
      node.kind === "scalar" &&
      node.scalar !== null;
    faults.push(
      isChoice
        ? { kind: "enum", node, wanted, values: shape.enum }
        : { kind: "type", node, wanted },
    );
    return;
  }
  if (
    shape.enum !== undefined &&
    !shape.enum.some((value) => canBe(node, value))
  ) {
    faults.push({ kind: "enum", node, wanted, values: shape.enum });
    return;
  }
  if (node.kind === "object") collectObject(wanted, node, faults);
  else if (node.kind === "array") {
    const { length } = node.items;
    if (length < (shape.minItems ?? 0) || length > (shape.maxItems ?? Infinity))
      faults.push({ kind: "length", node, wanted });
    if (shape.items !== undefined)
      for (const item of node.items) collect(wanted.items, item, faults);
  } else collectScalar(wanted, node, faults);
}

function collectObject(
  wanted: ShapeCursor,
  node: ConfigNode,
  faults: Fault[],
): void {
  const { shape } = wanted;
  const keyPattern = shape.propertyNames?.pattern;
  for (const [key, child] of node.entries) {
    if (keyPattern !== undefined && !new RegExp(keyPattern, "u").test(key)) {
      faults.push({ kind: "key-name", node: child, key, pattern: keyPattern });
    }
    const below = wanted.property(key);
    if (below === undefined)
      faults.push({
        kind: "unknown-key",
        node: child,
        key,
        within: wanted,
        object: node,
      });
    else collect(below, child, faults);
  }
  for (const key of shape.required ?? []) {
    const missing = node.entries.has(key) ? undefined : wanted.property(key);
    if (missing !== undefined)
      faults.push({ kind: "missing-key", node, key, wanted: missing });
  }
}

function collectScalar(
  wanted: ShapeCursor,
  node: ConfigNode,
  faults: Fault[],
): void {
  const { shape } = wanted;
  const value = node.scalar;
  if (typeof value === "number") {
    const {
      minimum = -Infinity,
      maximum = Infinity,
      exclusiveMinimum = -Infinity,
      exclusiveMaximum = Infinity,
    } = shape;
    const isInside =
      value >= minimum &&
      value <= maximum &&
      value > exclusiveMinimum &&
      value < exclusiveMaximum;
    if (!isInside) faults.push({ kind: "range", node, wanted });
    return;
  }
  const { template } = node;
  if (template === undefined) return;
  const least = leastLength(template);
  const most = template.names.length === 0 ? least : Infinity;
  if (most < (shape.minLength ?? 0) || least > (shape.maxLength ?? Infinity))
    faults.push({ kind: "length", node, wanted });
  else if (
    shape.pattern !== undefined &&
    !canMatch(template, new RegExp(shape.pattern, "u"))
  ) {
    faults.push({ kind: "pattern", node, wanted });
  }
}

/** One union, one message: the faults of the branch the author meant. */
function collectUnion(
  wanted: ShapeCursor,
  node: ConfigNode,
  faults: Fault[],
): void {
  const type = typeOf(node);
  let best: readonly Fault[] | undefined;
  for (const branch of wanted.branches) {
    if (branch.shape.type !== undefined && !branch.allows(type)) continue;
    const found = faultsIn(branch, node);
    if (found.length === 0) return;
    if (best === undefined || weight(found) < weight(best)) best = found;
  }
  const values = wanted.branches.flatMap(
    ({ shape }) =>
      shape.enum ?? (shape.type === "boolean" ? [true, false] : []),
  );
  const hasChoices = wanted.branches.some(
    ({ shape }) => shape.enum !== undefined,
  );
  if (hasChoices && node.kind === "scalar" && node.scalar !== null)
    faults.push({ kind: "enum", node, wanted, values });
  else if (best === undefined) faults.push({ kind: "type", node, wanted });
  else faults.push(...best);
}

/** How far a branch is from what was written: a key of another branch tells more than a value out of range. */
const weight = (faults: readonly Fault[]): number =>
  faults.reduce(
    (sum, { kind }) =>
      sum +
      (kind === "unknown-key" || kind === "missing-key" || kind === "type"
        ? 2
        : 1),
    0,
  );

/** Whether the node is the value, or could be with some values of its variables. */
function canBe(node: ConfigNode, value: Scalar): boolean {
  const { template } = node;
  if (template === undefined || typeof value !== "string")
    return node.kind === "scalar" && node.scalar === value;
  return templateCanBe(template, value);
}
