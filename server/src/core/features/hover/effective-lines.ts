import {
  effectiveSetting,
  placesAsked,
  sharedKeys,
} from "../../access/effective-setting.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import { baseName } from "../../config/file-names.ts";
import { lookupOf } from "../../config/config-view.ts";
import type { JSONPath, Node } from "../../json5/nodes.ts";
import { pathText } from "../../rules/rule.ts";
import { describeSetting } from "../../schema/describe-path.ts";
import { placeAt, type SettingPlace } from "../../schema/setting-place.ts";
import type { Analysis } from "../analysis.ts";
import {
  defaultText,
  effectiveText,
  originText,
  valueText,
} from "../effective-text.ts";

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

/** A key of a block, for when it is missing. */
interface Candidate {
  readonly key: string;
  /** Whether its default is worth a line: it decides over safety. */
  readonly matters: boolean;
  /** The program's own value, with the word for it; undefined where none is known. */
  readonly fallback: string | undefined;
}

const candidatesAt = new WeakMap<SettingPlace, readonly Candidate[]>();

function candidatesOf(
  place: SettingPlace,
  path: JSONPath,
): readonly Candidate[] {
  const known = candidatesAt.get(place);
  if (known !== undefined) return known;
  const keys = new Set(
    place.wanted.branches.flatMap((branch) =>
      branch.allows("object") ? branch.keys : [],
    ),
  );
  const candidates = [...keys].map((key): Candidate => {
    const about = describeSetting([...path, key]);
    const fallback = about?.default;
    return {
      key,
      matters: about?.protects !== undefined,
      fallback:
        fallback === undefined
          ? undefined
          : `${defaultText(fallback, about?.unit)} (default)`,
    };
  });
  candidatesAt.set(place, candidates);
  return candidates;
}

/** Settings of a block that are not written in it, with what counts instead; what is taken over comes first. */
export function unsetSettings(
  analysis: Analysis,
  path: JSONPath,
  block: ConfigNode,
  wants: (candidate: { readonly matters: boolean }) => boolean,
  file: string,
): readonly { readonly key: string; readonly text: string }[] {
  const place = placeAt(path);
  if (place === undefined || block.kind !== "object") return [];
  const takenOver: { key: string; text: string }[] = [];
  const defaults: { key: string; text: string }[] = [];
  const shared = sharedKeys(analysis.view);
  for (const candidate of candidatesOf(place, path)) {
    const { key, fallback } = candidate;
    if (block.entries.has(key)) continue;
    const counts = shared.has(key)
      ? effectiveText(analysis, [...path, key], file)
      : undefined;
    if (counts?.source === "inherited")
      takenOver.push({ key, text: `${counts.value} (${counts.origin})` });
    else if (fallback !== undefined && wants(candidate))
      defaults.push({ key, text: fallback });
  }
  return [...takenOver, ...defaults];
}

/** What counts for the settings that a block leaves out. */
export function unsetLines(
  analysis: Analysis,
  path: JSONPath,
  block: ConfigNode,
  file: string,
): readonly string[] {
  const unset = unsetSettings(
    analysis,
    path,
    block,
    ({ matters }) => matters,
    file,
  );
  if (unset.length === 0) return [];
  const shown = unset.slice(0, mostUnset);
  const more = unset.length - shown.length;
  return [
    "",
    "Not set here:",
    ...shown.map(({ key, text }) => `- \`${key}\`: ${text}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}
