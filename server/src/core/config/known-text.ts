import type { Lookup } from "./config-view.ts";

/**
 * A text as far as the file tells it: references stay as `${NAME}`. For rules that look for a word or a beginning, which a
 * variable elsewhere in the text does not change. Undefined for anything but a string.
 */
export function knownText(lookup: Lookup): string | undefined {
  if (lookup.state === "env")
    return lookup.template.parts
      .map((part) => (typeof part === "string" ? part : `\${${part.name}}`))
      .join("");
  return lookup.state === "set" && typeof lookup.value === "string"
    ? lookup.value
    : undefined;
}
