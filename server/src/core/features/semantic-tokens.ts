import type { NameKind } from "../dialects/clawdbot/name-places.ts";
import { endOf, spansOverlap, type Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";
import type { NameUse } from "./names/name-index.ts";
import { secretSpans } from "./secret-spans.ts";

/** The kinds of token there are, by names that every editor has a colour for. */
export const tokenTypes = [
  "variable",
  "class",
  "namespace",
  "type",
  "enumMember",
  "interface",
  "string",
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** `declaration` where a thing gets its name; `secret` is our own. */
export const tokenModifiers = ["declaration", "readonly", "secret"] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of text with a meaning beyond its syntax. */
export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const types: Readonly<Record<NameKind, TokenType>> = {
  agent: "class",
  channel: "namespace",
  account: "type",
  place: "enumMember",
  provider: "interface",
  profile: "type",
  model: "enumMember",
  plugin: "namespace",
  variable: "variable",
};

/** Names, variables and secrets of a file, or of a stretch of it; in text order, without overlaps. */
export function semanticTokens(
  analysis: Analysis,
  file: string,
  within?: Span,
): readonly SemanticToken[] {
  if (analysis.resolved.tooDeep) return [];
  const isWanted = (span: Span): boolean =>
    within === undefined || spansOverlap(span, within);
  const found: SemanticToken[] = [];
  for (const use of analysis.names.inFile(file))
    if (isWanted(use.place)) found.push(tokenOf(use));
  for (const { offset, length } of secretSpans(analysis, file, within))
    if (isWanted({ offset, length }))
      found.push({ offset, length, type: "string", modifiers: ["secret"] });
  // A provider's name is the beginning of a model's: the shorter one comes first, and the rest is the model's.
  found.sort((a, b) => a.offset - b.offset || a.length - b.length);
  const tokens: SemanticToken[] = [];
  let end = 0;
  for (const token of found) {
    const start = Math.max(token.offset, end);
    const length = endOf(token) - start;
    if (length <= 0) continue;
    tokens.push({ ...token, offset: start, length });
    end = endOf(token);
  }
  return tokens;
}

const tokenOf = ({ kind, place, isDefinition }: NameUse): SemanticToken => ({
  offset: place.offset,
  length: place.length,
  type: types[kind],
  modifiers: isDefinition
    ? ["declaration"]
    : kind === "variable"
      ? ["readonly"]
      : [],
});
