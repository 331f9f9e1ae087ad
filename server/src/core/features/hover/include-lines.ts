import type { IncludeProblem } from "../../config/includes.ts";
import { resolveInclude } from "../../config/file-names.ts";
import { isRepeatable, withoutSecrets } from "../../config/without-secrets.ts";
import { keyNameOf, keyNodeOf, valueNodeOf } from "../../json5/navigate.ts";
import type { Node } from "../../json5/nodes.ts";
import type { Analysis } from "../analysis.ts";
import { code } from "./markdown.ts";

/** How many keys of an included file are named. */
const mostKeys = 8;

type Fault = IncludeProblem["fault"];

const faultTexts: Readonly<Record<Fault["kind"], string>> = {
  value: "only a text names a file",
  siblings: "keys stand beside it, but the file holds no object",
  depth: "includes are nested too deeply",
  circular: "the file includes itself",
  broken: "the file cannot be read as JSON5",
  unread: "the file cannot be read",
  "too-many": "there are too many includes",
};

/** The `$include` a node belongs to: its key, its value, or one item of its list. */
export function includeAround(node: Node): Node | undefined {
  const within = node.parent?.type === "array" ? node.parent : node;
  const property = within.parent;
  return property !== undefined && keyNameOf(property) === "$include"
    ? property
    : undefined;
}

/** What an `$include` brings: each file with its full name, whether it is there, and the keys it contributes. */
export function includeLines(
  analysis: Analysis,
  property: Node,
  pointed: Node,
): readonly string[] {
  const value = valueNodeOf(property);
  const isWhole = pointed === keyNodeOf(property) || pointed === value;
  const paths = isWhole
    ? value?.type === "array"
      ? (value.children ?? [])
      : value === undefined
        ? []
        : [value]
    : [pointed];
  const lines = paths.flatMap((path) =>
    path.type === "string" ? [`- ${fileText(analysis, path)}`] : [],
  );
  return [
    "**Included file**",
    "",
    "Its content takes the place of this object. Keys beside `$include` win over it, lists are appended; of several files the later one wins.",
    ...(lines.length === 0 ? [] : ["", ...lines]),
  ];
}

function fileText(analysis: Analysis, path: Node): string {
  const { resolved } = analysis;
  const file = resolveInclude(resolved.fileOf(path), String(path.value));
  const fault = resolved.includeProblems.find(
    ({ node }) => node === path,
  )?.fault;
  const name = code(withoutSecrets(file));
  if (fault !== undefined) {
    const isMissing = fault.kind === "unread" && fault.error === "missing";
    return `${name}: ${isMissing ? "there is no such file" : faultTexts[fault.kind]}`;
  }
  const document = resolved.documentOf(file);
  if (document === undefined) return `${name}: not read yet`;
  const keys = (document.root?.children ?? []).flatMap((child) => {
    const key = keyNameOf(child);
    return key === undefined || !isRepeatable(key) ? [] : [code(key)];
  });
  if (document.root?.type === "array")
    return `${name}: brings a list of ${document.root.children?.length ?? 0}`;
  if (keys.length === 0) return `${name}: brings nothing`;
  const more = keys.length - mostKeys;
  return `${name}: brings ${keys.slice(0, mostKeys).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
