import type { ConfigNode } from "../config/config-node.ts";
import { isVariableName } from "../config/env-references.ts";
import { referencedState } from "../config/environment.ts";
import { WatchList } from "../config/watch-patterns.ts";
import { keyNodeOf, nodeAt, pathOf } from "../json5/navigate.ts";
import type { JSONPath, Node } from "../json5/nodes.ts";
import { registry } from "../rules/registry.generated.ts";
import { pathText, type Severity } from "../rules/rule.ts";
import { docsOf } from "./problem-kinds.ts";
import {
  describeSetting,
  type SettingDescription,
} from "../schema/describe-path.ts";
import { spanTouches, type Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";
import type { Problem } from "./problem.ts";

/** What to show beside the pointer, and for which stretch of text. */
export interface HoverText {
  readonly markdown: string;
  readonly span: Span;
}

/** People read a hover, they do not study it. */
const mostLines = 25;

const marks: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Info",
  hint: "Hint",
};

/** The explanation of the key, value or item at an offset of the root file; undefined where nothing stands. */
export function hoverAt(
  analysis: Analysis,
  offset: number,
): HoverText | undefined {
  const { resolved } = analysis;
  const node = nodeAt(resolved.document.root, offset);
  if (node === undefined || resolved.tooDeep || !isPointed(node, offset))
    return undefined;
  const isKey =
    node.parent?.type === "property" && keyNodeOf(node.parent) === node;
  const path = pathOf(isKey ? (node.parent ?? node) : node);
  const problems = analysis.diagnosis.problems.filter(
    ({ place, suppressed }) =>
      suppressed === undefined &&
      place.file === resolved.file &&
      spanTouches(place, offset),
  );
  const description = describeSetting(path);
  const setting = resolved.root?.find(path);
  const lines = [
    ...problems.flatMap(problemLines),
    ...(description === undefined
      ? []
      : settingLines(description, path, setting, isKey)),
    ...variableLines(analysis, setting, isKey),
  ];
  if (lines.length === 0) return undefined;
  return {
    markdown: atMost(mostLines, lines).join("\n"),
    span: { offset: node.offset, length: node.length },
  };
}

/** Keys and scalars are pointed at anywhere; containers only at their brackets, or everything inside would explain them. */
function isPointed(node: Node, offset: number): boolean {
  if (node.type === "property") return false;
  if (node.type !== "object" && node.type !== "array") return true;
  return offset === node.offset || offset === node.offset + node.length - 1;
}

function problemLines(problem: Problem): readonly string[] {
  const docs = docsOf(problem.code);
  const why =
    docs === undefined ? [] : [docs.why, `**What to do:** ${docs.remedy}`];
  return [
    `**${marks[problem.severity]}: ${plain(problem.message)}** (\`${problem.code}\`)`,
    ...why.flatMap((line) => ["", line]),
    "",
    "---",
    "",
  ];
}

function settingLines(
  description: SettingDescription,
  path: JSONPath,
  setting: ConfigNode | undefined,
  isKey: boolean,
): readonly string[] {
  const { title, text, values = [], protects, page } = description;
  const written =
    !isKey && setting?.kind === "scalar"
      ? values.find(([value]) => value === setting.scalar)
      : undefined;
  const meaning =
    written === undefined || written[1] === ""
      ? []
      : ["", `${code(written[0])}: ${written[1]}`];
  const list = values.map(([value, said]) =>
    said === "" ? `- ${code(value)}` : `- ${code(value)}: ${said}`,
  );
  return [
    `**${title}**`,
    ...(text === "" ? [] : ["", text]),
    ...meaning,
    ...(isKey && list.length > 0 ? ["", ...list] : []),
    ...(protects === undefined ? [] : ["", `**Why it matters:** ${protects}`]),
    "",
    factsOf(description, path),
    ...rulesLooking(path),
    ...(page === undefined ? [] : ["", `[Documentation](${page})`]),
  ];
}

/** Path, type, default and the like, on one line. */
function factsOf(description: SettingDescription, path: JSONPath): string {
  const { type, defaultNote, safe, restart } = description;
  const facts = [`\`${pathText(path)}\`: ${type}`];
  if (description.default !== undefined)
    facts.push(`default ${code(description.default)}`);
  if (safe !== undefined) facts.push(`recommended ${code(safe)}`);
  if (restart === true) facts.push("a change needs a restart");
  return (
    facts.join(" · ") + (defaultNote === undefined ? "" : `. ${defaultNote}`)
  );
}

const watchLists = new Map(
  registry.map((rule) => [
    rule.code,
    new WatchList(rule.watches.filter((pattern) => pattern !== "**")),
  ]),
);

/** As many rules as a hover names; a setting that decides much, such as the sandbox's mode, is read by dozens. */
const mostRules = 6;

/** The rules that read this very setting, those about its own part of the file first. */
function rulesLooking(path: JSONPath): readonly string[] {
  const looking = [...watchLists.keys()].filter((each) =>
    watchLists.get(each)?.isWatched(path),
  );
  if (looking.length === 0) return [];
  const isAbout = (each: string): boolean =>
    path.includes(each.split(".")[0] ?? "");
  const codes = [
    ...looking.filter(isAbout),
    ...looking.filter((each) => !isAbout(each)),
  ].map((each) => `\`${each}\``);
  const [named, more] = [codes.slice(0, mostRules), codes.length - mostRules];
  return [
    "",
    `Checked by ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  ];
}

function variableLines(
  analysis: Analysis,
  setting: ConfigNode | undefined,
  isKey: boolean,
): readonly string[] {
  const names = isKey ? [] : (setting?.template?.names ?? []);
  return names.filter(isVariableName).flatMap((name) => {
    const state = referencedState(analysis.input.situation.environment, name);
    const known = analysis.input.situation.environment.known.has(name);
    const news =
      state === "unset"
        ? "It is not set, so Clawdbot refuses the file."
        : known
          ? "It is set."
          : "Whether it is set is not known here.";
    return [
      "",
      `**\`\${${name}}\`** is replaced by an environment variable when Clawdbot loads the file. ${news} Set it where the gateway runs, or in \`~/.clawdbot/.env\`; the file's own \`env\` block comes too late.`,
    ];
  });
}

const code = (value: unknown): string =>
  `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;

/** Message text inside Markdown: nothing in it is meant as markup. */
const plain = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");

function atMost(count: number, lines: readonly string[]): readonly string[] {
  const kept =
    lines.length <= count ? [...lines] : [...lines.slice(0, count - 1), "…"];
  while (["", "---"].includes(kept.at(-1) ?? "text")) kept.pop();
  return kept;
}
