import type { JsonSchema } from "./json-schema.ts";

/**
 * Lists the patterns of all settings an inlined schema describes: dotted keys, `*` for any one key, `[]` for any index.
 * The root itself has no pattern. In the schema's own order, each once.
 */
export function settingPatterns(
  schema: JsonSchema,
  prefix = "",
): readonly string[] {
  const patterns = new Set<string>();
  const visit = (node: JsonSchema, pattern: string): void => {
    if (pattern !== "") patterns.add(pattern);
    const below = (key: string): string =>
      pattern === "" ? key : `${pattern}.${key}`;
    for (const branch of [...(node.anyOf ?? []), ...(node.allOf ?? [])])
      visit(branch, pattern);
    for (const [key, child] of Object.entries(node.properties ?? {}))
      visit(child, below(key));
    // An object that takes any key without saying of what shape (`{}`) names no settings.
    if (
      typeof node.additionalProperties === "object" &&
      Object.keys(node.additionalProperties).length > 0
    ) {
      visit(node.additionalProperties, below("*"));
    }
    if (node.items !== undefined) visit(node.items, `${pattern}[]`);
  };
  visit(schema, prefix);
  return [...patterns];
}
