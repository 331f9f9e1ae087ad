import { is, type ConfigView } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";

/** Every setting that `runsBundledPlugin` reads. */
export const pluginStatePatterns = [
  "plugins.enabled",
  "plugins.allow[]",
  "plugins.deny[]",
  "plugins.entries.*.enabled",
] as const satisfies readonly WatchPattern[];

/** The texts of a list of ids, without blanks around them. */
const idsAt = (config: ConfigView, key: "allow" | "deny"): readonly string[] =>
  config
    .items(["plugins", key])
    .flatMap(({ lookup }) =>
      lookup.state === "set" && typeof lookup.value === "string"
        ? [lookup.value.trim()]
        : [],
    )
    .filter((id) => id !== "");

/** Whether a bundled plugin that brings no channel runs: only when its entry switches it on (plugins/config-state.js). */
export function runsBundledPlugin(config: ConfigView, id: string): boolean {
  if (!is(config.at(["plugins", "entries", id, "enabled"]), true)) return false;
  if (is(config.at("plugins.enabled"), false)) return false;
  const allowed = idsAt(config, "allow");
  return (
    !idsAt(config, "deny").includes(id) &&
    (allowed.length === 0 || allowed.includes(id))
  );
}
