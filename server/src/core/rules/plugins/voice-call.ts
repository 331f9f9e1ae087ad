import {
  pluginStatePatterns,
  runsBundledPlugin,
} from "../../access/plugin-state.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import type { JSONPath } from "../../json5/nodes.ts";

const id = "voice-call";

/** Where the plugin's own settings lie. */
export const voiceCallSettings: JSONPath = ["plugins", "entries", id, "config"];

export const voiceCallPatterns = [
  ...pluginStatePatterns,
  "plugins.entries.*.config.**",
] as const;

/** Whether the plugin runs and takes calls: its own settings may switch it off (extensions/voice-call/index.ts). */
export const takesCalls = (config: ConfigView): boolean =>
  runsBundledPlugin(config, id) &&
  !is(config.at([...voiceCallSettings, "enabled"]), false);

export const voiceCallNotAudited = {
  relation: "ours",
  reason: "The audit does not look into plugins' own settings.",
} as const;
