import { valueNodeOf } from "../json5/navigate.ts";
import type { JSONPath, Node } from "../json5/nodes.ts";
import { describeSetting } from "../schema/describe-path.ts";
import { inWords } from "../text/quantities.ts";
import { endOf, spansOverlap, type Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";
import { unsetSettings, type UnsetSetting } from "./unset-settings.ts";

/** `security`: what a block leaves out and safety hangs on; `all`: every default, and durations and sizes in words. */
export const hintModes = ["off", "security", "all"] as const;
export type HintMode = (typeof hintModes)[number];

/** A text that the editor shows between the characters of the file. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** In Markdown, for whoever points at it. */
  readonly tooltip: string;
}

/** How many settings one hint names, by mode. */
const mostNamed: Readonly<Record<Exclude<HintMode, "off">, number>> = {
  security: 3,
  all: 5,
};

/** The hints in a stretch of a file. None in broken text: what stands where is a guess there. */
export function inlayHints(
  analysis: Analysis,
  file: string,
  within: Span,
  mode: HintMode,
): readonly InlayHint[] {
  const { resolved } = analysis;
  const document = resolved.documentOf(file);
  const root = document?.root;
  if (mode === "off" || root === undefined || resolved.tooDeep) return [];
  if (document === undefined || document.problems.length > 0) return [];
  const hints: InlayHint[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!spansOverlap(node, within)) continue;
    // Only what begins in the stretch: a block around it has its hint elsewhere.
    if (
      node.type === "object" &&
      spansOverlap({ offset: node.offset, length: 1 }, within)
    )
      hints.push(...blockHints(analysis, node, file, mode));
    if (mode === "all" && node.type === "property")
      hints.push(...quantityHints(analysis, node));
    const children = node.children ?? [];
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child?.children !== undefined) waiting.push(child);
    }
  }
  return hints;
}

/** Behind the opening brace, what counts for what the block leaves out. */
function blockHints(
  analysis: Analysis,
  block: Node,
  file: string,
  mode: Exclude<HintMode, "off">,
): readonly InlayHint[] {
  const path = analysis.paths.pathOf(block);
  const setting = path && analysis.resolved.root?.find(path);
  if (path === undefined || setting === undefined) return [];
  // A block in parts is spoken of once, where the last part stands.
  if (setting.node !== block) return [];
  const unset = unsetSettings(analysis, path, setting, file).filter(
    ({ isAdvised, matters }) => mode === "all" || (isAdvised && matters),
  );
  if (unset.length === 0) return [];
  const named = unset.slice(0, mostNamed[mode]);
  const more = unset.length - named.length;
  const texts = named.map(({ key, value }) => `${key}: ${unmarked(value)}`);
  return [
    {
      offset: block.offset + 1,
      label: texts.join(", ") + (more > 0 ? `, +${more}` : ""),
      tooltip: tooltipOf(unset),
    },
  ];
}

/** A label is plain text. */
const unmarked = (markdown: string): string => markdown.replaceAll("`", "");

const tooltipOf = (unset: readonly UnsetSetting[]): string =>
  [
    "Not set here:",
    ...unset
      .slice(0, 20)
      .map(({ key, value, origin }) => `- \`${key}\`: ${value} (${origin})`),
  ].join("\n");

/** Behind a long number, what it comes to. */
function quantityHints(
  { paths }: Analysis,
  property: Node,
): readonly InlayHint[] {
  const value = valueNodeOf(property);
  if (value?.type !== "number" && value?.type !== "string") return [];
  const path: JSONPath | undefined = paths.pathOf(property);
  const unit = path && describeSetting(path)?.unit;
  const words = unit === undefined ? undefined : inWords(value.value, unit);
  if (words === undefined) return [];
  return [{ offset: endOf(value), label: `= ${words}`, tooltip: "" }];
}
