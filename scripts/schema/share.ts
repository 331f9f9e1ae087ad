import { inlined, type JsonSchema } from "./json-schema.ts";

/** Shorter schemas cost less than the call of a function. */
const worthSharing = 60;
/** A function of its own for every longer one: what a file does not use is then never compiled. */
const worthSplitting = 400;

/**
 * Gives every shape that occurs more than once a definition of its own, whatever the source called it. The release shares
 * only what its code shares by name; its accounts repeat their channels, and so would the validators.
 */
export function shared(root: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  const source = inlined(root);
  const count = (schema: JsonSchema): void => {
    const text = JSON.stringify(schema);
    const seen = counts.get(text) ?? 0;
    counts.set(text, seen + 1);
    // What lies in a shape seen before comes with it.
    if (seen === 0) for (const child of childrenOf(schema)) count(child);
  };
  count(source);

  const names = new Map<string, string>();
  const definitions: Record<string, JsonSchema> = {};
  const share = (schema: JsonSchema): JsonSchema => {
    const text = JSON.stringify(schema);
    const isShared = text.length >= worthSharing && (counts.get(text) ?? 0) > 1;
    const isLong = schema.type === "object" && text.length >= worthSplitting;
    if (!isShared && !isLong) return mapChildren(schema, share);
    let name = names.get(text);
    if (name === undefined) {
      name = `s${names.size}`;
      names.set(text, name);
      definitions[name] = mapChildren(schema, share);
    }
    return { $ref: `#/definitions/${name}` };
  };
  const result = mapChildren(source, share);
  return Object.keys(definitions).length === 0
    ? result
    : { ...result, definitions };
}

function childrenOf(schema: JsonSchema): readonly JsonSchema[] {
  const children: JsonSchema[] = [];
  mapChildren(schema, (child) => {
    children.push(child);
    return child;
  });
  return children;
}

/** A copy with every schema that lies directly in this one replaced. */
function mapChildren(
  schema: JsonSchema,
  change: (child: JsonSchema) => JsonSchema,
): JsonSchema {
  const copy: { -readonly [K in keyof JsonSchema]: JsonSchema[K] } = {
    ...schema,
  };
  if (schema.anyOf !== undefined) copy.anyOf = schema.anyOf.map(change);
  if (schema.allOf !== undefined) copy.allOf = schema.allOf.map(change);
  if (schema.items !== undefined) copy.items = change(schema.items);
  if (schema.propertyNames !== undefined)
    copy.propertyNames = change(schema.propertyNames);
  if (typeof schema.additionalProperties === "object")
    copy.additionalProperties = change(schema.additionalProperties);
  if (schema.properties !== undefined) {
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, child]) => [
        key,
        change(child),
      ]),
    );
  }
  return copy;
}
