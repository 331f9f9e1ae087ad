import type { JsonSchema } from "./json-schema.ts";

type Draft = { -readonly [K in keyof JsonSchema]: JsonSchema[K] };

/**
 * Says the same in fewer words: a constant or a union of them becomes an
 * `enum`, nested unions become one, and rules that hold of every JSON value go
 * away. What is accepted stays the same; a test compares both forms.
 */
export function simplified(schema: JsonSchema): JsonSchema {
  const draft: Draft = { ...schema };
  if (schema.properties !== undefined)
    draft.properties = mapValues(schema.properties, simplified);
  if (schema.definitions !== undefined)
    draft.definitions = mapValues(schema.definitions, simplified);
  if (schema.items !== undefined) draft.items = simplified(schema.items);
  if (typeof schema.additionalProperties === "object")
    draft.additionalProperties = simplified(schema.additionalProperties);
  // Keys are always strings.
  if (
    schema.propertyNames !== undefined &&
    Object.keys(schema.propertyNames).every((key) => key === "type")
  ) {
    delete draft.propertyNames;
  }
  if (schema.const !== undefined && isPrimitive(schema.const)) {
    draft.enum = [schema.const];
    delete draft.const;
  }
  if (schema.anyOf === undefined) return draft;

  const branches = schema.anyOf
    .map(simplified)
    .flatMap((branch) =>
      isOnly(branch, "anyOf") ? (branch.anyOf ?? []) : [branch],
    );
  const constants: unknown[] = [];
  const others: JsonSchema[] = [];
  for (const branch of branches) {
    const values = constantsOf(branch);
    if (values === undefined) others.push(branch);
    else
      constants.push(...values.filter((value) => !constants.includes(value)));
  }
  if (constants.length === 0) return { ...draft, anyOf: others };
  const enumeration = enumOf(constants);
  if (others.length > 0) return { ...draft, anyOf: [enumeration, ...others] };
  delete draft.anyOf;
  return { ...draft, ...enumeration };
}

/** The values a branch allows, when it does nothing but list them. */
function constantsOf(branch: JsonSchema): readonly unknown[] | undefined {
  const rest = Object.keys(branch).filter((key) => key !== "type");
  if (rest.length !== 1) return undefined;
  const values = branch.const !== undefined ? [branch.const] : branch.enum;
  const types = branch.type === undefined ? undefined : [branch.type].flat();
  return values?.every(
    (value) =>
      isPrimitive(value) &&
      (types === undefined || types.includes(typeOf(value))),
  ) === true
    ? values
    : undefined;
}

function enumOf(values: readonly unknown[]): JsonSchema {
  const types = [...new Set(values.map(typeOf))];
  return {
    ...(types.length === 1 && types[0] !== undefined ? { type: types[0] } : {}),
    enum: values,
  };
}

const isPrimitive = (value: unknown): boolean =>
  value === null || typeof value !== "object";
const typeOf = (value: unknown): string =>
  value === null ? "null" : typeof value;
const isOnly = (schema: JsonSchema, keyword: keyof JsonSchema): boolean =>
  schema[keyword] !== undefined && Object.keys(schema).length === 1;

const mapValues = <T>(
  object: { readonly [key: string]: T },
  change: (value: T) => T,
): { readonly [key: string]: T } =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, change(value)]),
  );
