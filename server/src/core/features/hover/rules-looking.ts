import { WatchList } from "../../config/watch-patterns.ts";
import { registry } from "../../rules/registry.generated.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import type { SettingDescription } from "../../schema/describe-path.ts";

/** The rules that read a setting. */
const watchLists = registry.map(
  ({ code, watches }) =>
    [
      code,
      new WatchList(watches.filter((pattern) => pattern !== "**")),
    ] as const,
);

const rulesByPattern = new Map<string, readonly string[]>();

/** The codes of the rules that read a setting, for whoever wants to know what is checked. */
export function rulesLooking(
  { pattern }: SettingDescription,
  path: JSONPath,
): readonly string[] {
  let codes = rulesByPattern.get(pattern);
  if (codes === undefined) {
    // Rules watch patterns, so that all places of one pattern are watched by the same.
    codes = watchLists
      .filter(([, watched]) => watched.isWatched(path))
      .map(([rule]) => rule);
    rulesByPattern.set(pattern, codes);
  }
  return codes;
}
