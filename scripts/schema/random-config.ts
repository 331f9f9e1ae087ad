import type { JsonValue } from "../../server/src/core/json5/nodes.ts";
import type { ShapeCursor } from "../../server/src/core/schema/shape.ts";

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface MutableObject {
  [key: string]: JsonValue;
}
type Container = JsonValue[] | MutableObject;

const isContainer = (value: JsonValue | undefined): value is Container =>
  typeof value === "object" && value !== null;

/** Configs that the schema accepts, and damaged ones. */
export class RandomConfigs {
  readonly #next: () => number;
  readonly #shape: ShapeCursor;

  constructor(seed: number, shape: ShapeCursor) {
    this.#next = randomNumbers(seed);
    this.#shape = shape;
  }

  /** A config of the right shape, some sections of it. */
  accepted(): JsonValue {
    return this.#value(this.#shape, 0);
  }

  /** The same, damaged in one to three places. Some damage happens to be none. */
  damaged(): JsonValue {
    const config = this.accepted();
    const count = 1 + this.#below(3);
    for (let made = 0; made < count; made++) this.#damage(config);
    return config;
  }

  #below(count: number): number {
    return Math.floor(this.#next() * count);
  }

  #pick<T>(items: readonly T[]): T {
    const item = items[this.#below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  #value(wanted: ShapeCursor, depth: number): JsonValue {
    const branch = this.#pick(wanted.branches);
    const { shape } = branch;
    if (shape.enum !== undefined) return this.#pick(shape.enum);
    const type =
      shape.type === undefined
        ? this.#pick(["string", "boolean", "object"])
        : this.#pick([shape.type].flat());
    switch (type) {
      case "object":
        return this.#object(branch, depth);
      case "array":
        return Array.from({ length: this.#below(3) }, () =>
          this.#value(branch.items, depth + 1),
        );
      case "integer":
      case "number": {
        const {
          minimum = shape.exclusiveMinimum === undefined
            ? -5
            : shape.exclusiveMinimum + 1,
          maximum = 1000,
        } = shape;
        const low = Math.max(minimum, -5);
        const high = Math.min(maximum, low + 1000);
        return type === "integer"
          ? Math.floor(low + this.#next() * (high - low))
          : low + this.#next() * (high - low);
      }
      case "boolean":
        return this.#next() < 0.5;
      default:
        return shape.pattern === undefined
          ? this.#pick(["a", "text", "x/y-1", "ümlaut 😀"])
          : "00ff7F";
    }
  }

  #object(wanted: ShapeCursor, depth: number): JsonValue {
    const { shape } = wanted;
    const result: MutableObject = {};
    const required = new Set(shape.required);
    // Dense near the root, so that every section has its turn; sparse below, so that configs stay small.
    const chance = depth === 0 ? 0.3 : depth < 3 ? 0.35 : 0.25;
    for (const key of wanted.keys) {
      const below = wanted.property(key);
      if (below !== undefined && (required.has(key) || this.#next() < chance))
        result[key] = this.#value(below, depth + 1);
    }
    const names =
      shape.propertyNames?.pattern === undefined
        ? ["one", "*", "Zwei", "a.b"]
        : ["one", "two-2"];
    if (shape.additionalProperties !== false && depth > 0) {
      for (const name of names) {
        const below = wanted.property(name);
        if (
          below !== undefined &&
          !wanted.keys.includes(name) &&
          this.#next() < 0.2
        )
          result[name] = this.#value(below, depth + 1);
      }
    }
    return result;
  }

  #damage(config: JsonValue): void {
    const containers: Container[] = [];
    const visit = (value: JsonValue): void => {
      if (!isContainer(value)) return;
      containers.push(value);
      for (const child of Object.values(value)) visit(child);
    };
    visit(config);
    if (containers.length === 0) return;
    const container = this.#pick(containers);
    const keys = Object.keys(container);
    const key = keys.length === 0 ? undefined : this.#pick(keys);
    const wrong = this.#pick<JsonValue>([
      null,
      true,
      5,
      -1,
      1.5,
      1e300,
      "",
      "open",
      "${NAME}",
      "x".repeat(60),
      [],
      {},
      ["a"],
      { a: 1 },
      "#zzzzzz",
    ]);
    if (Array.isArray(container)) {
      if (key === undefined || this.#next() < 0.3) container.push(wrong);
      else container[Number(key)] = wrong;
    } else if (key === undefined || this.#next() < 0.2)
      container[this.#pick(["unknown", "enabld", "*", "$schema"])] = wrong;
    else if (this.#next() < 0.3) delete container[key];
    else if (typeof container[key] === "string" && this.#next() < 0.4) {
      container[key] = this.#pick(["", "x".repeat(60)]);
    } else container[key] = wrong;
  }
}
