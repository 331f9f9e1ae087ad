import { walk } from "../navigate.ts";
import type { Json5Document } from "../nodes.ts";

/** A token or a comment, as formatting sees it. */
export interface Token {
  readonly kind:
    | "open"
    | "close"
    | "comma"
    | "colon"
    | "key"
    | "value"
    | "line"
    | "block"
    | "unknown";
  readonly offset: number;
  readonly length: number;
  /** The index of the matching bracket's token. */
  partner?: number;
}

/** The document's tokens and comments in text order; what belongs to neither is `unknown`, so that nothing is lost. */
export function tokensOf(document: Json5Document): Token[] {
  const known: Token[] = document.comments.map(({ kind, offset, length }) => ({
    kind,
    offset,
    length,
  }));
  for (const node of walk(document.root)) {
    if (node.children || node.type === "property" || node.length === 0)
      continue;
    if (node.type === "object" || node.type === "array") continue;
    const isKey =
      node.parent?.type === "property" && node.parent.children?.[0] === node;
    known.push({
      kind: isKey ? "key" : "value",
      offset: node.offset,
      length: node.length,
    });
  }
  known.sort((a, b) => a.offset - b.offset);
  const tokens: Token[] = [];
  let at = 0;
  for (const token of known) {
    if (token.offset < at) continue;
    between(document.text, at, token.offset, tokens);
    tokens.push(token);
    at = token.offset + token.length;
  }
  between(document.text, at, document.text.length, tokens);
  pair(document.text, tokens);
  return tokens;
}

/** What stands between two tokens that the tree knows: punctuation, and what damage leaves. */
function between(
  text: string,
  start: number,
  end: number,
  tokens: Token[],
): void {
  for (const match of text
    .slice(start, end)
    .matchAll(/[{[]|[}\]]|,|:|[^\s{}[\],:]+/g)) {
    const [found] = match;
    const kind = /[{[]/.test(found)
      ? "open"
      : /[}\]]/.test(found)
        ? "close"
        : found === ","
          ? "comma"
          : found === ":"
            ? "colon"
            : "unknown";
    tokens.push({ kind, offset: start + match.index, length: found.length });
  }
}

/** Gives brackets that match each other's index. */
function pair(text: string, tokens: Token[]): void {
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "open") open.push(index);
    if (token.kind !== "close") continue;
    const opener = tokens[open.at(-1) ?? -1];
    const fits =
      opener &&
      text.charAt(opener.offset) ===
        (text.charAt(token.offset) === "}" ? "{" : "[");
    if (!opener || !fits) continue;
    token.partner = open.pop() ?? 0;
    opener.partner = index;
  }
}
