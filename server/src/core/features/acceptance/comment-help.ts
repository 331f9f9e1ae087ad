import { LineIndex } from "../../text/line-index.ts";
import { endOf, spanTouches, type Span } from "../../text/span.ts";
import type { Analysis } from "../analysis.ts";
import { docsOf } from "../problem-kinds.ts";
import {
  acceptableCodes,
  currentCode,
  isAcceptable,
  noSuchProblem,
} from "./codes.ts";
import { linesAbout, suppressionAt } from "./suppression-comments.ts";

/** What a code in a suppression comment means; undefined outside such comments and beside their codes. */
export function explainCodeAt(
  { resolved }: Analysis,
  offset: number,
  file = resolved.file,
): { readonly markdown: string; readonly span: Span } | undefined {
  const document = resolved.documentOf(file);
  const found = document && suppressionAt(document, offset);
  const word = found?.codes.find((code) => spanTouches(code, offset));
  if (word === undefined) return undefined;
  const docs = docsOf(currentCode(word.text));
  const lines =
    docs === undefined
      ? [noSuchProblem(word.text)]
      : [
          `**${docs.summary}** (\`${currentCode(word.text)}\`)`,
          "",
          docs.why,
          "",
          `**What to do:** ${docs.remedy}`,
        ];
  return {
    markdown: lines.join("\n"),
    span: { offset: word.offset, length: word.length },
  };
}

/** The codes that could be written at an offset of a suppression comment, and the text they take the place of. */
export interface CodeOffers {
  readonly span: Span;
  /** Those of problems on the comment's line come first. */
  readonly codes: readonly {
    readonly code: string;
    readonly isHere: boolean;
  }[];
}

/** Undefined outside suppression comments, and behind their codes. */
export function offerCodesAt(
  analysis: Analysis,
  offset: number,
  file = analysis.resolved.file,
): CodeOffers | undefined {
  const document = analysis.resolved.documentOf(file);
  const found = document && suppressionAt(document, offset);
  if (document === undefined || found === undefined) return undefined;
  const typed = document.text.slice(found.comment.offset, offset);
  // The reason is the person's own, and so is the day.
  if (!/clawdbot-ignore\s[^:]*$/.test(typed) || /\suntil\s/.test(typed))
    return undefined;
  const word = found.codes.find((code) => spanTouches(code, offset));
  const taken = new Set(
    found.codes.filter((code) => code !== word).map(({ text }) => text),
  );
  const lines = new LineIndex(document.text);
  const line = linesAbout(document, lines)[found.index];
  const here = new Set(
    analysis.shown
      .filter(
        (problem) =>
          problem.place.file === file &&
          lines.positionAt(problem.place.offset).line === line &&
          isAcceptable(problem),
      )
      .map(({ code }) => code),
  );
  return {
    span:
      word === undefined
        ? { offset, length: 0 }
        : { offset: word.offset, length: endOf(word) - word.offset },
    codes: [...new Set([...here, ...acceptableCodes])]
      .filter((code) => !taken.has(code))
      .map((code) => ({ code, isHere: here.has(code) })),
  };
}
