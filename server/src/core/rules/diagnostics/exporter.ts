import { is, type ConfigView } from "../../config/config-view.ts";
import type { WatchPattern } from "../../config/watch-patterns.ts";

/** What `isExporting` reads. */
export const exporterPatterns = [
  "diagnostics.enabled",
  "diagnostics.otel.enabled",
  "plugins.enabled",
  "plugins.entries.*.enabled",
] as const satisfies readonly WatchPattern[];

/** Whether measurements leave the machine: both switches and the plugin are on (extensions/diagnostics-otel/src/service.ts). */
export const isExporting = (config: ConfigView): boolean =>
  is(config.at("diagnostics.enabled"), true) &&
  is(config.at("diagnostics.otel.enabled"), true) &&
  !is(config.at("plugins.enabled"), false) &&
  is(config.at(["plugins", "entries", "diagnostics-otel", "enabled"]), true);
