import type { JsonValue } from "../json5/nodes.ts";
import type { Unit } from "../text/quantities.ts";

/** What `schemas/docs/` says about one setting. */
export interface SettingDoc {
  readonly title: string;
  readonly text: string;
  /** The meaning of allowed values. */
  readonly values?: { readonly [value: string]: string };
  readonly default?: JsonValue;
  /** Where the default depends on something. */
  readonly defaultNote?: string;
  /** The value recommended for safety. */
  readonly safe?: JsonValue;
  /** What goes wrong otherwise. */
  readonly protects?: string;
  /** What a number counts, or how a text says a duration. */
  readonly unit?: Unit;
  /** A page of the release's documentation, without `docs/` and `.md`. */
  readonly page?: string;
  /** Whether the gateway has to restart to take over a change. */
  readonly restart?: boolean;
}

/** All documentation of settings, by pattern: dotted keys, `*` any key, `[]` any index. */
export interface SettingDocs {
  readonly entries: { readonly [pattern: string]: SettingDoc };
  /** Patterns whose whole subtree means the same as another. */
  readonly same: { readonly [pattern: string]: string };
}

/** References may chain, as an account's group refers to a channel's, but never for long. */
const longestChain = 8;

/** The doc of a setting: its own, or that of the nearest place which means the same. */
export function docOf(
  docs: SettingDocs,
  pattern: string,
  chain = 0,
): SettingDoc | undefined {
  const own = Object.hasOwn(docs.entries, pattern)
    ? docs.entries[pattern]
    : undefined;
  if (own !== undefined || chain >= longestChain) return own;
  for (let end = pattern.length; end > 0; end = startOfLastStep(pattern, end)) {
    const prefix = pattern.slice(0, end);
    const target = Object.hasOwn(docs.same, prefix)
      ? docs.same[prefix]
      : undefined;
    const found =
      target === undefined
        ? undefined
        : docOf(docs, target + pattern.slice(end), chain + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the last step of a pattern begins, its dot or bracket included; 0 for the first one. */
function startOfLastStep(pattern: string, end: number): number {
  const dot = pattern.lastIndexOf(".", end - 1);
  const bracket = pattern.lastIndexOf("[", end - 1);
  return Math.max(dot, bracket, 0);
}
