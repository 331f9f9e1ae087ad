import type { JsonSchema } from "./json-schema.ts";
import {
  docOf,
  type SettingDoc,
  type SettingDocs,
} from "../../server/src/core/schema/setting-docs.ts";

/** A schema with the words that editors show. */
export interface DocumentedSchema extends JsonSchema {
  readonly title?: string;
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
  readonly $comment?: string;
}

type Draft = { -readonly [K in keyof DocumentedSchema]: DocumentedSchema[K] };

/** Writes the documentation of every setting into an inlined, simplified schema. */
export function documented(
  schema: JsonSchema,
  docs: SettingDocs,
  pattern = "",
): DocumentedSchema {
  const doc = pattern === "" ? undefined : docOf(docs, pattern);
  const draft: Draft = {
    ...(doc === undefined
      ? {}
      : { title: doc.title, markdownDescription: markdownOf(doc) }),
    ...schema,
    ...(doc?.default === undefined ? {} : { default: doc.default }),
  };
  return { ...draft, ...childrenOf(schema, docs, pattern, doc) };
}

function childrenOf(
  schema: JsonSchema,
  docs: SettingDocs,
  pattern: string,
  doc: SettingDoc | undefined,
): Partial<DocumentedSchema> {
  const below = (step: string): string =>
    pattern === "" ? step : `${pattern}.${step}`;
  const draft: Draft = {};
  if (schema.enum !== undefined && doc?.values !== undefined) {
    const { values } = doc;
    draft.enumDescriptions = schema.enum.map(
      (value) => values[String(value)] ?? "",
    );
  }
  // The words stand beside the union; a branch of it repeats none but the meaning of its values.
  if (schema.anyOf !== undefined) {
    draft.anyOf = schema.anyOf.map((branch) => ({
      ...branch,
      ...childrenOf(branch, docs, pattern, doc),
    }));
  }
  if (schema.properties !== undefined) {
    draft.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, child]) => [
        key,
        documented(child, docs, below(key)),
      ]),
    );
  }
  if (typeof schema.additionalProperties === "object") {
    draft.additionalProperties = documented(
      schema.additionalProperties,
      docs,
      below("*"),
    );
  }
  if (schema.items !== undefined) {
    const { items } = schema;
    const own = docOf(docs, `${pattern}[]`);
    // Items without words of their own are explained with their list, their values as well.
    const words =
      own === undefined && doc !== undefined
        ? { title: doc.title, markdownDescription: doc.text }
        : {};
    draft.items = {
      ...words,
      ...(items.enum === undefined
        ? documented(items, docs, `${pattern}[]`)
        : { ...items, ...childrenOf(items, docs, `${pattern}[]`, doc) }),
    };
  }
  return draft;
}

function markdownOf(doc: SettingDoc): string {
  const { text, protects, defaultNote, safe, restart } = doc;
  return [
    text,
    ...(protects === undefined ? [] : [`**Why it matters:** ${protects}`]),
    ...(defaultNote === undefined ? [] : [`Default: ${defaultNote}`]),
    ...(safe === undefined ? [] : [`Recommended: \`${JSON.stringify(safe)}\``]),
    ...(restart === true ? ["A change needs a restart of the gateway."] : []),
  ].join("\n\n");
}
