import {
  effectiveSetting,
  type EffectiveSetting,
} from "../access/effective-setting.ts";
import type { Lookup } from "../config/config-view.ts";
import type { ConfigNode } from "../config/config-node.ts";
import { baseName } from "../config/file-names.ts";
import { withoutSecrets } from "../config/without-secrets.ts";
import { isSecretAt } from "../config/secret-values.ts";
import type { JSONPath, JsonValue } from "../json5/nodes.ts";
import { pathText } from "../rules/rule.ts";
import { describeSetting } from "../schema/describe-path.ts";
import { inWords } from "../text/quantities.ts";
import type { Analysis } from "./analysis.ts";
import { code } from "./hover/markdown.ts";

/** What counts at a setting, in words. */
export interface EffectiveText {
  readonly source: EffectiveSetting["source"];
  /** In Markdown; never a secret. */
  readonly value: string;
  /** "default", or which setting it is taken from, with the file where that is another one. */
  readonly origin: string;
  /** " in `base.json5`" where it stands in another file. */
  readonly elsewhere: string;
}

/** Texts longer than this say nothing at a glance. */
const longest = 60;

/** Text that can be repeated: names, addresses of hosts and models, paths. Not what holds a password, as an address may. */
const isHarmless = (text: string): boolean =>
  text.length <= longest && /^[\w@~./:*+ -]+$/.test(text) && !/:.*@/.test(text);

/** A value as a hover may repeat it: secrets are named as such, lists and objects are counted. */
export function valueText(lookup: Lookup, path: JSONPath): string {
  switch (lookup.state) {
    case "absent":
      return "nothing";
    case "env":
      return lookup.whole
        ? code(`\${${lookup.names[0] ?? ""}}`)
        : "a text with a variable in it";
    case "group":
      return isSecretAt(path, "") ? "a secret" : groupText(lookup.node);
    case "set":
      if (isSecretAt(path, String(lookup.value))) return "a secret";
      if (typeof lookup.value !== "string") return code(lookup.value);
      if (lookup.value === "") return "an empty text";
      return isHarmless(lookup.value)
        ? code(lookup.value)
        : `a text of ${lookup.value.length} characters`;
  }
}

function groupText({ kind, items, entries }: ConfigNode): string {
  if (kind === "object")
    return entries.size === 0 ? code({}) : `an object of ${entries.size}`;
  if (items.length === 0) return code([]);
  const isOpen = items.some(({ scalar }) => scalar === "*");
  return `a list of ${items.length}${isOpen ? ', with `"*"`' : ""}`;
}

/** The program's own value of a setting in words: `15000` (15 seconds). */
export function defaultText(
  value: JsonValue,
  unit: Parameters<typeof inWords>[1] | undefined,
): string {
  const words = unit === undefined ? undefined : inWords(value, unit);
  return words === undefined ? code(value) : `${code(value)} (${words})`;
}

/** The file of a value in words, where it is another one. */
export const elsewhere = (lookup: Lookup, file: string): string =>
  lookup.origin === file
    ? ""
    : ` in \`${withoutSecrets(baseName(lookup.origin))}\``;

/** Which setting a value is taken from, seen from a file. */
export const originText = (lookup: Lookup, file: string): string =>
  `set by \`${pathText(lookup.path)}\`${elsewhere(lookup, file)}`;

/** What counts at a path, seen from a file; undefined where nothing is written and no default is known. */
export function effectiveText(
  { view }: Analysis,
  path: JSONPath,
  file: string,
): EffectiveText | undefined {
  const { source, lookup } = effectiveSetting(view, path);
  if (source !== "default")
    return {
      source,
      value: valueText(lookup, path),
      origin: originText(lookup, file),
      elsewhere: elsewhere(lookup, file),
    };
  const own = describeSetting(path);
  const fallback = own?.default ?? describeSetting(lookup.path)?.default;
  if (fallback === undefined) return undefined;
  const value = defaultText(fallback, own?.unit);
  return { source, value, origin: "default", elsewhere: "" };
}
