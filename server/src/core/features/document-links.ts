import { resolveInclude } from "../config/file-names.ts";
import { isSecretName } from "../config/secret-names.ts";
import { isRepeatable } from "../config/without-secrets.ts";
import { propertyNamed, valueNodeOf, walk } from "../json5/navigate.ts";
import type { Node } from "../json5/nodes.ts";
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

/** A stretch of text that leads somewhere: to another file, or to an address. */
export interface DocumentLink {
  readonly span: Span;
  readonly to: { readonly file: string } | { readonly address: string };
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

/** The links of the root file: what it includes, and addresses. */
export function documentLinks({ resolved }: Analysis): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const node of walk(resolved.document.root)) {
    if (node.type === "object") {
      const include = propertyNamed(node, "$include");
      const value = include && valueNodeOf(include);
      for (const path of value?.type === "array"
        ? (value.children ?? [])
        : value === undefined
          ? []
          : [value]) {
        if (path.type === "string" && path.value !== "")
          links.push({
            span: within(path, resolved.document.text),
            to: { file: resolveInclude(resolved.file, String(path.value)) },
          });
      }
    } else if (
      node.type === "string" &&
      typeof node.value === "string" &&
      address.test(node.value) &&
      isRepeatable(node.value) &&
      !hasSecretArgument(node.value)
    )
      links.push({
        span: within(node, resolved.document.text),
        to: { address: node.value },
      });
  }
  return links;
}

/** A text without its quotes. */
const within = (node: Node, text: string): Span =>
  /["']/.test(text.charAt(node.offset)) && node.length > 2
    ? { offset: node.offset + 1, length: node.length - 2 }
    : { offset: node.offset, length: node.length };
