import {
  effectiveSetting,
  placesAsked,
} from "../../access/effective-setting.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import { baseName } from "../../config/file-names.ts";
import { lookupOf } from "../../config/config-view.ts";
import type { JSONPath, Node } from "../../json5/nodes.ts";
import { pathText } from "../../rules/rule.ts";
import { describeSetting } from "../../schema/describe-path.ts";
import type { Analysis } from "../analysis.ts";
import {
  defaultText,
  effectiveText,
  originText,
  valueText,
} from "../effective-text.ts";
import { unsetSettings } from "../unset-settings.ts";

/** How many settings that are not written a hover over a block lists. */
const mostUnset = 6;

/** Why what is written here does not count, or that it is not all that counts. */
export function standingLines(
  { view, resolved }: Analysis,
  path: JSONPath,
  value: Node,
  setting: ConfigNode | undefined,
): readonly string[] {
  const { dead, lookup, source } = effectiveSetting(view, path);
  if (dead !== undefined) {
    const { default: fallback } = describeSetting(path) ?? {};
    const counts =
      source !== "default"
        ? `${valueText(lookup, path)}, ${originText(lookup, resolved.file)}`
        : fallback === undefined
          ? `what \`${pathText(lookup.path)}\` says`
          : `${defaultText(fallback, undefined)} (default)`;
    return ["", `**No effect here:** what counts is ${counts}.`];
  }
  if (setting === undefined) return [];
  const files = new Set(setting.parts.map(({ chain }) => chain.file));
  if (!setting.parts.some(({ node }) => node === value)) {
    const winner = valueText(lookupOf(setting, path), path);
    const where = files.has(resolved.fileOf(value))
      ? "further down"
      : `in \`${baseName(setting.file)}\``;
    return ["", `**No effect here:** ${winner} is set ${where}.`];
  }
  if (files.size < 2) return [];
  const names = [...files].map((file) => `\`${baseName(file)}\``);
  return ["", `Put together from ${names.join(", then ")}.`];
}

/** Where a setting's value comes from when it is not written: the place that is asked next, and what that gives. */
export function inheritedText(
  analysis: Analysis,
  path: JSONPath,
  file: string,
): string | undefined {
  const places = placesAsked(analysis.view, path);
  const next = places[0] === path ? places[1] : places[0];
  if (next === undefined) return undefined;
  const counts = effectiveText(analysis, next, file);
  const name = `inherits \`${pathText(next)}\``;
  if (counts === undefined) return name;
  return counts.source === "default"
    ? `${name} (default ${counts.value})`
    : counts.source === "own"
      ? `${name} (${counts.value}${counts.elsewhere})`
      : `${name} (${counts.value}, ${counts.origin})`;
}

/** What counts for the settings that a block leaves out. */
export function unsetLines(
  analysis: Analysis,
  path: JSONPath,
  block: ConfigNode,
  file: string,
): readonly string[] {
  const unset = unsetSettings(analysis, path, block, file).filter(
    ({ source, matters }) => source === "inherited" || matters,
  );
  if (unset.length === 0) return [];
  // What is taken over comes first: it is news.
  unset.sort(
    (a, b) =>
      Number(b.source === "inherited") - Number(a.source === "inherited"),
  );
  const shown = unset.slice(0, mostUnset);
  const more = unset.length - shown.length;
  return [
    "",
    "Not set here:",
    ...shown.map(
      ({ key, value, origin }) => `- \`${key}\`: ${value} (${origin})`,
    ),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}
