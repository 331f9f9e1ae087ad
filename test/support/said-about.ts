import type { Analysis } from "../../server/src/core/features/analysis.ts";
import { completionsAt } from "../../server/src/core/features/completion/complete.ts";
import { documentLinks } from "../../server/src/core/features/document-links.ts";
import {
  documentSymbols,
  type DocumentSymbol,
} from "../../server/src/core/features/document-symbols.ts";
import { hoverAt } from "../../server/src/core/features/hover.ts";
import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import { walk } from "../../server/src/core/json5/navigate.ts";
import { pathText } from "../../server/src/core/rules/rule.ts";

/** How much is looked at: fixes are proved one by one, which takes its time. */
export interface Depth {
  readonly fixes: boolean;
  /** Every so many values are pointed at; 0: none. */
  readonly everyNode: number;
}

const namesOf = (symbol: DocumentSymbol): readonly string[] => [
  symbol.name,
  ...symbol.children.flatMap(namesOf),
];

/** Every text that the core makes about a config for somebody to read; edits, which move the config's own text, are none. */
export function* saidAbout(
  analysis: Analysis,
  { fixes, everyNode }: Depth,
): Iterable<string> {
  const { problems, failures } = analysis.diagnosis;
  for (const { error } of failures) throw error;
  for (const problem of problems) {
    yield problem.message;
    yield problem.code;
    yield pathText(problem.path);
    for (const { message } of problem.related) yield message;
    for (const { title, asks } of problem.fixes) yield `${title} ${asks ?? ""}`;
    if (fixes)
      for (const { title } of provenFixes(analysis, problem)) yield title;
  }
  for (const symbol of documentSymbols(analysis)) yield* namesOf(symbol);
  for (const { to } of documentLinks(analysis)) yield JSON.stringify(to);
  if (everyNode === 0) return;
  let index = 0;
  for (const node of walk(analysis.resolved.document.root)) {
    if (++index % everyNode !== 0) continue;
    for (const offset of [node.offset, node.offset + node.length - 1])
      yield hoverAt(analysis, offset)?.markdown ?? "";
    // Completions are many, and most of them the release's own words.
    if (index % (4 * everyNode) !== 0) continue;
    for (const offer of completionsAt(analysis, node.offset))
      yield `${offer.label} ${offer.about ?? ""}`;
  }
}
