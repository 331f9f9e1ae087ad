import { isSecretName } from "../config/secret-names.ts";
import { isRepeatable } from "../config/without-secrets.ts";
import { isAbsolutePath, resolveInclude } from "../config/file-names.ts";
import {
  keyNameOf,
  keyNodeOf,
  propertyNamed,
  valueNodeOf,
  walk,
} from "../json5/navigate.ts";
import type { Node } from "../json5/nodes.ts";
import { describeSetting } from "../schema/describe-path.ts";
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

/** A stretch of text that leads somewhere: to another file, or to an address. */
export interface DocumentLink {
  readonly span: Span;
  readonly to:
    | { readonly file: string }
    /** A file below the home of whoever runs the program. */
    | { readonly inHome: string }
    | { readonly address: string };
  /** What opens, where the text does not say so itself. */
  readonly tooltip?: string;
}

/** An address without a name and password in it. */
const address = /^https?:\/\/[^\s@"'<>]+$/i;

/** Whether an address hands a secret over as an argument: `?token=…`. */
const hasSecretArgument = (url: string): boolean =>
  url
    .slice(url.indexOf("?") + 1)
    .split(/[&;#?]/)
    .some((argument) => {
      const [name, ...value] = argument.split("=");
      return value.length > 0 && isSecretName(name ?? "");
    });

/** Keys whose value is the path of a file that a person may want to read. Programs and folders are none. */
const fileKey = /^(?:file|.*File|certPath|keyPath|caPath)$/;

/** How deep keys lead to their documentation: sections and channels. A link on every key would underline the whole file. */
const deepestDocumented = 2;

/** The links of a file: what it includes, files it names, addresses, and the documentation of its sections. */
export function documentLinks(
  analysis: Analysis,
  file = analysis.resolved.file,
): readonly DocumentLink[] {
  const { resolved } = analysis;
  const document = resolved.documentOf(file);
  if (document === undefined) return [];
  const links: DocumentLink[] = [];
  const add = (node: Node, link: Omit<DocumentLink, "span">): void => {
    links.push({ span: within(node, document.text), ...link });
  };
  for (const node of walk(document.root)) {
    if (node.type === "object") {
      for (const path of includedPaths(node))
        add(path, { to: { file: resolveInclude(file, String(path.value)) } });
    } else if (node.type === "property") {
      const page = resolved.tooDeep ? undefined : pageOf(analysis, node);
      const key = keyNodeOf(node);
      if (page !== undefined && key !== undefined)
        add(key, { to: { address: page }, tooltip: "Documentation" });
      const value = valueNodeOf(node);
      const named = value && fileNamed(node, value);
      if (value !== undefined && named !== undefined) add(value, { to: named });
    } else if (
      node.type === "string" &&
      typeof node.value === "string" &&
      address.test(node.value) &&
      isRepeatable(node.value) &&
      !hasSecretArgument(node.value)
    )
      add(node, { to: { address: node.value } });
  }
  return links;
}

/** The texts that name files in an object's `$include`. */
function includedPaths(object: Node): readonly Node[] {
  const include = propertyNamed(object, "$include");
  const value = include && valueNodeOf(include);
  if (value === undefined) return [];
  const paths = value.type === "array" ? (value.children ?? []) : [value];
  return paths.filter(
    ({ type, value: path }) => type === "string" && path !== "",
  );
}

/** The page that explains a section or a channel. */
function pageOf({ paths }: Analysis, property: Node): string | undefined {
  // What it includes is the link.
  if (keyNameOf(property) === "$include") return undefined;
  const depth = depthOf(property);
  if (depth > deepestDocumented) return undefined;
  const path = paths.pathOf(property);
  if (path === undefined || path.length > deepestDocumented) return undefined;
  return path.length === 1 || path[0] === "channels"
    ? describeSetting(path)?.page
    : undefined;
}

/** How many keys stand above a property in its own file, itself included. */
function depthOf(property: Node): number {
  let depth = 0;
  for (
    let node: Node | undefined = property;
    node !== undefined && depth <= deepestDocumented;
    node = node.parent
  )
    if (node.type === "property") depth++;
  return depth;
}

/** The file that the value of a key names; relative paths are not followed, as each setting takes them differently. */
function fileNamed(
  property: Node,
  { type, value }: Node,
): DocumentLink["to"] | undefined {
  if (type !== "string" || typeof value !== "string") return undefined;
  if (value.includes("${") || !fileKey.test(keyNameOf(property) ?? ""))
    return undefined;
  if (value.startsWith("~/")) return { inHome: value.slice(2) };
  return isAbsolutePath(value) ? { file: value } : undefined;
}

/** A text without its quotes. */
const within = (node: Node, text: string): Span =>
  /["']/.test(text.charAt(node.offset)) && node.length > 2
    ? { offset: node.offset + 1, length: node.length - 2 }
    : { offset: node.offset, length: node.length };
