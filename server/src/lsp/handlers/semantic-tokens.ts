import {
  SemanticTokensBuilder,
  type Range,
  type SemanticTokens,
} from "vscode-languageserver";
import { secretSpans } from "../../core/features/secret-spans.ts";
import {
  semanticTokens,
  tokenModifiers,
  tokenTypes,
} from "../../core/features/semantic-tokens.ts";
import { spanBetween } from "../../core/text/span.ts";
import { offsetsOf } from "../from-lsp.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLspRange } from "../to-lsp.ts";

/** The names behind the numbers of the protocol. */
export const tokenLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** The tokens of a file, or of a range of it, in the first config it is part of. */
export function handleSemanticTokens(
  contexts: readonly Snapshot[],
  file: string,
  range?: Range,
): SemanticTokens {
  const [snapshot] = contexts;
  const builder = new SemanticTokensBuilder();
  if (snapshot === undefined) return builder.build();
  const lines = snapshot.linesOf(file);
  const within = range && spanBetween(...offsetsOf(lines, range));
  for (const token of semanticTokens(snapshot.analysis, file, within)) {
    const start = lines.positionAt(token.offset);
    const end = lines.positionAt(token.offset + token.length);
    // The protocol knows no token over several lines.
    if (start.line !== end.line) continue;
    builder.push(
      start.line,
      start.character,
      token.length,
      tokenTypes.indexOf(token.type),
      token.modifiers.reduce(
        (bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)),
        0,
      ),
    );
  }
  return builder.build();
}

/** Where a file holds secrets in clear text, for a client that hides them. */
export function handleSecretRanges(
  contexts: readonly Snapshot[],
  file: string,
): Range[] {
  const [snapshot] = contexts;
  if (snapshot === undefined) return [];
  const lines = snapshot.linesOf(file);
  return secretSpans(snapshot.analysis, file).map((span) =>
    toLspRange(lines, span),
  );
}
