import {
  parseChannelShapes,
  parseConfigShape,
  parsePluginShapes,
} from "./generated/shapes.js";
import type { JSONPath, Scalar } from "../json5/nodes.ts";

/**
 * What a value may look like: the part of JSON Schema that the release's schema needs, in the same words.
 * Objects without `additionalProperties: false` take any other key.
 */
export interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Scalar[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: { readonly [key: string]: Shape };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly propertyNames?: Shape;
  readonly items?: Shape;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

/** A shape with the definitions its references name. */
export interface ShapeRoot extends Shape {
  readonly definitions?: { readonly [name: string]: Shape };
}

/** A place in a shape: what applies to a value there. */
export class ShapeCursor {
  readonly shape: Shape;
  readonly #root: ShapeRoot;
  /** Cursors of shapes below this one, kept: hovers and completions walk the same ways again and again. */
  readonly #reached = new Map<Shape, ShapeCursor>();
  #branches: readonly ShapeCursor[] | undefined;
  #keys: readonly string[] | undefined;

  constructor(shape: Shape, root: ShapeRoot) {
    this.shape = resolve(shape, root);
    this.#root = root;
  }

  to(shape: Shape): ShapeCursor {
    const known = this.#reached.get(shape);
    if (known !== undefined) return known;
    const cursor = new ShapeCursor(shape, this.#root);
    this.#reached.set(shape, cursor);
    return cursor;
  }

  /** The alternatives of a union; the shape itself where there is none. */
  get branches(): readonly ShapeCursor[] {
    return (this.#branches ??= this.shape.anyOf?.map((branch) =>
      this.to(branch),
    ) ?? [this]);
  }

  /** What applies to the value of a key; undefined when the key is not allowed. */
  property(key: string): ShapeCursor | undefined {
    const { properties, additionalProperties } = this.shape;
    const own =
      properties !== undefined && Object.hasOwn(properties, key)
        ? properties[key]
        : undefined;
    if (own !== undefined) return this.to(own);
    if (additionalProperties === false) return undefined;
    return this.to(
      typeof additionalProperties === "object"
        ? additionalProperties
        : anything,
    );
  }

  /** What applies to items of a list. */
  get items(): ShapeCursor {
    return this.to(this.shape.items ?? anything);
  }

  /** What applies below, through whichever branch of a union knows the way. */
  at(path: JSONPath): ShapeCursor | undefined {
    const [key, ...rest] = path;
    if (key === undefined) return this;
    for (const branch of this.branches) {
      const next =
        typeof key === "number"
          ? branch.allows("array")
            ? branch.items
            : undefined
          : branch.keyed(key);
      const found = next?.at(rest);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether the shape itself, unions aside, takes values of a JSON type. */
  allows(type: string): boolean {
    const own = this.shape.type;
    if (own === undefined) return this.shape.enum === undefined;
    return (typeof own === "string" ? [own] : own).some(
      (name) => name === type || (name === "number" && type === "integer"),
    );
  }

  /** The keys the shape knows by name. */
  get keys(): readonly string[] {
    return (this.#keys ??= Object.keys(this.shape.properties ?? {}));
  }

  /** Whether the shape knows a key by name. */
  knows(key: string): boolean {
    const { properties } = this.shape;
    return properties !== undefined && Object.hasOwn(properties, key);
  }

  keyed(key: string): ShapeCursor | undefined {
    return this.allows("object") ? this.property(key) : undefined;
  }
}

const anything: Shape = {};
const definitionPrefix = "#/definitions/";

function resolve(shape: Shape, root: ShapeRoot): Shape {
  let found = shape;
  while (found.$ref !== undefined) {
    const target =
      root.definitions?.[found.$ref.slice(definitionPrefix.length)];
    if (target === undefined)
      throw new RangeError(`no definition for ${found.$ref}`);
    found = target;
  }
  return found;
}

const cursorOf = (root: ShapeRoot): ShapeCursor => new ShapeCursor(root, root);

let config: ShapeCursor | undefined;
let plugins: ReadonlyMap<string, ShapeCursor> | undefined;
let channels: ReadonlyMap<string, ShapeCursor> | undefined;

/** The shape of the whole config; read from its text once, when first asked for. */
export const configShape = (): ShapeCursor =>
  (config ??= cursorOf(parseConfigShape()));

/** The shapes of what bundled plugins take as their `config`, by plugin id. */
export const pluginShapes = (): ReadonlyMap<string, ShapeCursor> =>
  (plugins ??= cursorsOf(parsePluginShapes()));

/** The shapes of channels that plugins bring, by channel id. The program does not check them: they only describe. */
export const channelShapes = (): ReadonlyMap<string, ShapeCursor> =>
  (channels ??= cursorsOf(parseChannelShapes()));

const cursorsOf = (roots: {
  readonly [id: string]: ShapeRoot;
}): ReadonlyMap<string, ShapeCursor> =>
  new Map(Object.entries(roots).map(([id, root]) => [id, cursorOf(root)]));
