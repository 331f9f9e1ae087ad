/** The part of JSON Schema (draft-07) that the release's own schema uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $schema?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: { readonly [key: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly definitions?: { readonly [name: string]: JsonSchema };
}

/** Reads a schema from JSON text; throws when it is no object. */
export function parseSchema(text: string): JsonSchema {
  const value: unknown = JSON.parse(text);
  if (!isSchema(value)) throw new TypeError("a schema has to be an object");
  return value;
}

/** Reads an object of named things from JSON text, each picked out of what stands there. */
export function parseNamed<T>(
  text: string,
  pick: (value: { readonly [key: string]: unknown }) => T,
): ReadonlyMap<string, T> {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new TypeError("an object was expected");
  return new Map(
    Object.entries(value).map(([name, member]) => {
      if (!isRecord(member)) throw new TypeError(`${name} has to be an object`);
      return [name, pick(member)];
    }),
  );
}

/** Any JSON object may be a schema; keywords are taken at their word. */
export const isSchema = (value: unknown): value is JsonSchema =>
  isRecord(value);

const isRecord = (
  value: unknown,
): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const definitionPrefix = "#/definitions/";

/** Replaces every reference to a shared definition by the definition, so that each path has a node of its own. */
export function inlined(root: JsonSchema): JsonSchema {
  const definitions = root.definitions ?? {};
  const expand = (schema: JsonSchema): JsonSchema => {
    if (schema.$ref !== undefined) {
      const { $ref, ...beside } = schema;
      const target = definitions[$ref.slice(definitionPrefix.length)];
      if (!$ref.startsWith(definitionPrefix) || target === undefined)
        throw new Error(`no definition for ${$ref}`);
      return { ...expand(target), ...expand(beside) };
    }
    const copy: { -readonly [K in keyof JsonSchema]: JsonSchema[K] } = {
      ...schema,
    };
    delete copy.definitions;
    if (schema.anyOf !== undefined) copy.anyOf = schema.anyOf.map(expand);
    const [only, ...more] = schema.allOf ?? [];
    if (only !== undefined && more.length === 0) {
      // The exporter wraps a reference that has words beside it, as draft-07 asks.
      delete copy.allOf;
      return { ...expand(only), ...expand(copy) };
    }
    if (schema.allOf !== undefined) copy.allOf = schema.allOf.map(expand);
    if (schema.items !== undefined) copy.items = expand(schema.items);
    if (schema.propertyNames !== undefined)
      copy.propertyNames = expand(schema.propertyNames);
    if (typeof schema.additionalProperties === "object") {
      copy.additionalProperties = expand(schema.additionalProperties);
    }
    if (schema.properties !== undefined) {
      copy.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([key, value]) => [
          key,
          expand(value),
        ]),
      );
    }
    return copy;
  };
  return expand(root);
}
