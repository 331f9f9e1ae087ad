// npm run record-settings: asks the real release which values it fills in where none are written, and which settings it takes
// over only after a restart, and records both in test/core/schema/recorded-settings.generated.json.
import { writeFileSync } from "node:fs";
import type { JsonValue } from "../server/src/core/json5/nodes.ts";
import { placeAt } from "../server/src/core/schema/setting-place.ts";
import { fill, stepsOf } from "../server/src/core/schema/setting-path.ts";
import { targetRelease } from "../server/src/core/dialects/clawdbot/release.ts";
import { allSettingPatterns } from "./generate-config-paths.ts";
import { askSettings } from "./oracle/ask-release.ts";
import { anyName, filledIn, probeConfigs } from "./schema/probe-configs.ts";

const root = process.cwd();
const probes = probeConfigs();
const patterns = await allSettingPatterns(root);

/** A path as the release's watcher names it; a change within a list is one of the list. */
function pathOf(pattern: string): string {
  const steps = stepsOf(pattern);
  const list = steps.indexOf("[]");
  return fill(
    pattern,
    steps.flatMap((step) => (typeof step === "object" ? [] : [anyName])),
  )
    .slice(0, list < 0 ? steps.length : list)
    .join(".");
}

const { filled, restarts } = await askSettings(
  root,
  probes,
  patterns.map(pathOf),
);
const defaults = new Map<string, JsonValue>();
for (const [index, config] of filled.entries())
  for (const [path, value] of filledIn(probes[index], config)) {
    const pattern = placeAt(path)?.pattern;
    if (pattern !== undefined) defaults.set(pattern, value);
  }
const needRestart = new Set(restarts);
const recorded = {
  release: targetRelease,
  defaults: Object.fromEntries(
    [...defaults].sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
  restart: patterns.filter((pattern) => needRestart.has(pathOf(pattern))),
};
writeFileSync(
  "test/core/schema/recorded-settings.generated.json",
  `${JSON.stringify(recorded, undefined, 1)}\n`,
);
console.log(
  `${defaults.size} values are filled in; ${recorded.restart.length} of ${patterns.length} settings need a restart`,
);
