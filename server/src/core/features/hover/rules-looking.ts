import { WatchList } from "../../config/watch-patterns.ts";
import { registry } from "../../rules/registry.generated.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import type { SettingDescription } from "../../schema/describe-path.ts";

/** What a rule reads, and what it names first. */
interface Watching {
  readonly code: string;
  readonly all: WatchList;
  readonly first: WatchList;
}

/** All rules, those that read least first: they are about the setting, others only ask it in passing. */
function watchedByRules(): readonly Watching[] {
  return registry
    .map(({ code, watches }) => {
      const patterns = watches.filter((pattern) => pattern !== "**");
      return { code, patterns: [...new Set(patterns)] };
    })
    .sort((a, b) => a.patterns.length - b.patterns.length)
    .map(({ code, patterns }) => ({
      code,
      all: new WatchList(patterns),
      first: new WatchList(patterns.slice(0, 1)),
    }));
}

/** Made for the first hover, so that a start does not wait for it. */
let watched: readonly Watching[] | undefined;

const rulesByPattern = new Map<string, readonly string[]>();

/** The codes of the rules that read a setting, those that name it first in front. */
export function rulesLooking(
  { pattern }: SettingDescription,
  path: JSONPath,
): readonly string[] {
  let codes = rulesByPattern.get(pattern);
  if (codes === undefined) {
    watched ??= watchedByRules();
    // Rules watch patterns, so that all places of one pattern are watched by the same.
    const looking = watched.filter(({ all }) => all.isWatched(path));
    const isAbout = ({ first }: Watching): boolean => first.isWatched(path);
    codes = [
      ...looking.filter(isAbout),
      ...looking.filter((rule) => !isAbout(rule)),
    ].map(({ code }) => code);
    rulesByPattern.set(pattern, codes);
  }
  return codes;
}
