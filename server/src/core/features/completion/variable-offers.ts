import type { JSONPath } from "../../json5/nodes.ts";
import { placeAt } from "../../schema/setting-place.ts";
import { endOf, type Span } from "../../text/span.ts";
import type { Analysis } from "../analysis.ts";
import { knownVariables } from "./known-values.ts";
import { quoteOf, type Completion } from "./offer.ts";
import { fixedText } from "./write-insertion.ts";

/** The part of a variable's name that stands between `${` and the cursor, its rest and its brace included. */
export function variableBefore(
  text: string,
  token: Span,
  offset: number,
): Span | undefined {
  const before = /(^|[^$])\$\{(\w*)$/.exec(text.slice(token.offset, offset));
  if (before === null || quoteOf(text.slice(token.offset)) === undefined)
    return undefined;
  const after = /^\w*\}?/.exec(text.slice(offset, endOf(token)))?.[0] ?? "";
  const typed = before[2]?.length ?? 0;
  return { offset: offset - typed, length: typed + after.length };
}

/** Names of variables, where the setting takes text: any other value would be refused. */
export function variableOffers(
  analysis: Analysis,
  path: JSONPath,
  span: Span,
): readonly Completion[] {
  const takesText =
    placeAt(path)?.wanted.branches.some((branch) => branch.allows("string")) ??
    false;
  if (!takesText) return [];
  const { known } = analysis.input.situation.environment;
  return knownVariables(analysis, path).map((name, rank) => ({
    label: name,
    kind: "variable",
    insertion: fixedText(`${name}}`),
    span,
    filter: name,
    rank,
    preselect: false,
    further: [],
    about: known.has(name)
      ? "A variable that is set where the gateway runs."
      : "Replaced by an environment variable when Clawdbot loads the file.",
    setting: undefined,
    code: undefined,
    isExample: false,
    continues: false,
  }));
}
