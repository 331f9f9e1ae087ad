import { keyNodeOf, nodeAt } from "../json5/navigate.ts";
import type { Node } from "../json5/nodes.ts";
import type { Severity } from "../rules/rule.ts";
import { describeSetting } from "../schema/describe-path.ts";
import { endOf, spanTouches, type Span } from "../text/span.ts";
import { explainCodeAt } from "./acceptance/comment-help.ts";
import type { Analysis } from "./analysis.ts";
import {
  inheritedText,
  standingLines,
  unsetLines,
} from "./hover/effective-lines.ts";
import { includeAround, includeLines } from "./hover/include-lines.ts";
import { atMost, plain } from "./hover/markdown.ts";
import { nameLines } from "./hover/name-lines.ts";
import { settingLines } from "./hover/setting-lines.ts";
import { referenceSpan, variableLines } from "./hover/variable-lines.ts";
import { isNamePlace, variablesIn } from "./names/name-index.ts";
import { docsOf } from "./problem-kinds.ts";
import type { Problem } from "./problem.ts";

/** What to show beside the pointer, and for which stretch of text. */
export interface HoverText {
  readonly markdown: string;
  readonly span: Span;
}

/** What a hover says of one problem. Where the pointer is on its mark, the editor shows the message above by itself. */
interface Told {
  readonly problem: Problem;
  readonly isMarkedHere: boolean;
}

/** People read a hover, they do not study it. */
const mostLines = 25;

/** So much of the explanation stays, whatever is wrong at the place: its title and what it does. */
const keptLines = 8;

const marks: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Info",
  hint: "Hint",
};

/**
 * The explanation of the key, value, item or variable at an offset of a file of the config, the root file unless said
 * otherwise; undefined where nothing stands.
 */
export function hoverAt(
  analysis: Analysis,
  offset: number,
  file = analysis.resolved.file,
): HoverText | undefined {
  const { resolved } = analysis;
  const accepted = explainCodeAt(analysis, offset, file);
  if (accepted !== undefined) return accepted;
  const document = resolved.documentOf(file);
  const node = nodeAt(document?.root, offset);
  if (node === undefined || resolved.tooDeep || !isPointed(node, offset))
    return undefined;
  const scalar = scalarOfKey(node);
  const problems = analysis.shown.flatMap((problem): readonly Told[] => {
    const { place } = problem;
    if (place.file !== file) return [];
    const isMarkedHere = spanTouches(place, offset);
    const isOfValue =
      place.offset === scalar?.offset && place.length === scalar.length;
    return isMarkedHere || isOfValue ? [{ problem, isMarkedHere }] : [];
  });
  const span = { offset: node.offset, length: node.length };
  const variable = variableAt(node, offset, document?.text ?? "");
  if (variable !== undefined)
    return toHover(
      problems,
      variableLines(analysis, variable.name),
      variable.span,
    );
  const include = includeAround(node);
  const explanation =
    include === undefined
      ? explanationOf(analysis, node, file, offset)
      : includeLines(analysis, include, node);
  return problems.length + explanation.length === 0
    ? undefined
    : toHover(problems, explanation, span);
}

/** Of several problems the first is told in full, all others in a line each where the explanation would not fit below. */
function toHover(
  problems: readonly Told[],
  explanation: readonly string[],
  span: Span,
): HoverText {
  const full = problems.flatMap(problemLines);
  const room = mostLines - Math.min(explanation.length, keptLines);
  const [first, ...others] = problems;
  const told =
    full.length <= room || first === undefined
      ? full
      : [
          ...problemLines(first).slice(0, -2),
          ...others.flatMap((each) => [briefly(each), ""]),
          "---",
          "",
        ];
  return {
    markdown: atMost(mostLines, [...told, ...explanation]).join("\n"),
    span,
  };
}

/** What is wrong with a value is said on its key as well, as a person points at either. */
function scalarOfKey(node: Node): Node | undefined {
  const value = isKeyNode(node) ? node.parent?.children?.[1] : undefined;
  return value?.children === undefined ? value : undefined;
}

/** Keys and scalars are pointed at anywhere; containers only at their brackets, or everything inside would explain them. */
function isPointed(node: Node, offset: number): boolean {
  if (node.type === "property") return false;
  if (node.type !== "object" && node.type !== "array") return true;
  return offset === node.offset || offset === node.offset + node.length - 1;
}

function headOf({ problem, isMarkedHere }: Told): string {
  const { severity, message, code } = problem;
  return isMarkedHere
    ? `**${marks[severity]}** (\`${code}\`)`
    : `**${marks[severity]}: ${plain(message)}** (\`${code}\`)`;
}

const toDo = (remedy: string): string => `**What to do:** ${remedy}`;

function briefly(told: Told): string {
  const docs = docsOf(told.problem.code);
  return docs === undefined
    ? headOf(told)
    : `${headOf(told)} ${toDo(docs.remedy)}`;
}

function problemLines(told: Told): readonly string[] {
  const docs = docsOf(told.problem.code);
  if (docs === undefined)
    return told.isMarkedHere ? [] : [headOf(told), "", "---", ""];
  // Without its message, a mark and a code alone are no paragraph of their own.
  const why = told.isMarkedHere
    ? [`${headOf(told)}: ${docs.why}`]
    : [headOf(told), "", docs.why];
  return [...why, "", toDo(docs.remedy), "", "---", ""];
}

/** The reference to a variable under the pointer, if it is on one. */
function variableAt(
  node: Node,
  offset: number,
  text: string,
): { readonly name: string; readonly span: Span } | undefined {
  // Keys are never substituted.
  if (node.type !== "string" || isKeyNode(node)) return undefined;
  for (const reference of variablesIn(text.slice(node.offset, endOf(node)))) {
    const span = referenceSpan(node.offset + reference.offset, reference.name);
    if (spanTouches(span, offset)) return { name: reference.name, span };
  }
  return undefined;
}

const isKeyNode = (node: Node): boolean =>
  node.parent?.type === "property" && keyNodeOf(node.parent) === node;

/** What a setting is, whether what is written counts, and what counts where nothing is written. */
function explanationOf(
  analysis: Analysis,
  node: Node,
  file: string,
  offset: number,
): readonly string[] {
  const isKey = isKeyNode(node);
  const value = isKey ? (node.parent?.children?.[1] ?? node) : node;
  const path = analysis.paths.pathOf(isKey ? (node.parent ?? node) : node);
  if (path === undefined) return [];
  const setting = analysis.resolved.root?.find(path);
  const description = describeSetting(path);
  const [name] =
    description === undefined || isNamePlace(description.pattern, isKey)
      ? analysis.names.at(file, offset)
      : [];
  const said = name === undefined ? [] : nameLines(analysis, name);
  const unset =
    setting !== undefined && value.type === "object"
      ? unsetLines(analysis, path, setting, file)
      : [];
  if (description === undefined)
    return path.length === 0 ? unset.slice(1) : said;
  const { head, details } = settingLines(
    description,
    { path, setting, isKey },
    inheritedText(analysis, path, file),
  );
  return [
    ...head,
    ...said.flatMap((line) => ["", line]),
    ...standingLines(analysis, path, value, setting),
    ...unset,
    ...details,
  ];
}
