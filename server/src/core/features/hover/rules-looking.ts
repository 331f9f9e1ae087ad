import { WatchList } from "../../config/watch-patterns.ts";
import { registry } from "../../rules/registry.generated.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import type { SettingDescription } from "../../schema/describe-path.ts";

/** What each rule reads, those that read least first: they are about the setting, others only ask it in passing. */
const watchedByRules = (): readonly (readonly [string, WatchList])[] =>
  registry
    .map(({ code, watches }) => {
      const patterns = new Set(watches);
      patterns.delete("**");
      return { code, patterns };
    })
    .sort((a, b) => a.patterns.size - b.patterns.size)
    .map(({ code, patterns }) => [code, new WatchList([...patterns])]);

/** Made for the first hover, so that a start does not wait for it. */
let watchLists: ReturnType<typeof watchedByRules> | undefined;

const rulesByPattern = new Map<string, readonly string[]>();

/** The codes of the rules that read a setting, those about its own part of the file first, for whoever wants to know what is checked. */
export function rulesLooking(
  { pattern }: SettingDescription,
  path: JSONPath,
): readonly string[] {
  let codes = rulesByPattern.get(pattern);
  if (codes === undefined) {
    // Rules watch patterns, so that all places of one pattern are watched by the same.
    watchLists ??= watchedByRules();
    codes = watchLists
      // Whoever reads the items of a list looks at the list.
      .filter(
        ([, watched]) =>
          watched.isWatched(path) || watched.isWatched([...path, 0]),
      )
      .map(([rule]) => rule);
    const isAbout = (rule: string): boolean =>
      path.includes(rule.split(".")[0] ?? "");
    codes = [
      ...codes.filter(isAbout),
      ...codes.filter((rule) => !isAbout(rule)),
    ];
    rulesByPattern.set(pattern, codes);
  }
  return codes;
}
