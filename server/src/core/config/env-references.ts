/**
 * `${NAME}` in string values, as the program substitutes it (its config/env-substitution.js): names are
 * `[A-Z_][A-Z0-9_]*`, `$${NAME}` stands for the literal text `${NAME}`, everything else stays as written.
 */

/** A piece of a string: literal text, or a reference to a variable. */
export type TemplatePart = string | { readonly name: string };

/** A string with references in it; `parts` alternate freely and hold no empty text. */
export interface Template {
  readonly parts: readonly TemplatePart[];
  /** The names referenced, each once, in order. */
  readonly names: readonly string[];
}

const variableName = /^[A-Z_][A-Z0-9_]*$/;

/** Whether the text can name a variable that the program substitutes. */
export const isVariableName = (text: string): boolean =>
  variableName.test(text);

/** The name between the braces that open at `open`, when it is one the program knows as such. */
function nameAt(
  text: string,
  open: number,
): { readonly name: string; readonly end: number } | undefined {
  const close = text.indexOf("}", open + 1);
  if (close === -1) return undefined;
  const name = text.slice(open + 1, close);
  return isVariableName(name) ? { name, end: close + 1 } : undefined;
}

/** Splits a string value into its literal and referenced parts. Linear, as `}` is searched once per `${`. */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  const names = new Set<string>();
  let literal = "";
  const lastBrace = text.lastIndexOf("}");
  for (let at = 0; at < text.length;) {
    const dollar = text.indexOf("$", at);
    if (dollar === -1 || dollar > lastBrace) {
      literal += text.slice(at);
      break;
    }
    literal += text.slice(at, dollar);
    const escaped = text.startsWith("$${", dollar)
      ? nameAt(text, dollar + 2)
      : undefined;
    const reference =
      escaped === undefined && text[dollar + 1] === "{"
        ? nameAt(text, dollar + 1)
        : undefined;
    if (escaped !== undefined) {
      literal += `\${${escaped.name}}`;
      at = escaped.end;
    } else if (reference !== undefined) {
      if (literal !== "") parts.push(literal);
      literal = "";
      parts.push({ name: reference.name });
      names.add(reference.name);
      at = reference.end;
    } else {
      literal += "$";
      at = dollar + 1;
    }
  }
  if (literal !== "") parts.push(literal);
  return { parts, names: [...names] };
}

/** Whether some non-empty values of the variables turn the template into `text`. */
export function templateCanBe(template: Template, text: string): boolean {
  // A greedy match from both ends decides, since every reference stands for at least one character and may differ;
  // the same name twice is treated as two, which errs on the side of "can be".
  let at = 0;
  let open = false;
  for (const [index, part] of template.parts.entries()) {
    if (typeof part !== "string") {
      at += 1;
      open = true;
      continue;
    }
    const last = index === template.parts.length - 1;
    const found = open
      ? last
        ? text.length - part.length
        : text.indexOf(part, at)
      : at;
    if (found < at || !text.startsWith(part, found)) return false;
    at = found + part.length;
    open = false;
  }
  return open ? at <= text.length : at === text.length;
}
