import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import { channelRow } from "../../dialects/clawdbot/channels.ts";
import { plugins, slotDefaults } from "../../dialects/clawdbot/plugins.ts";
import { hasOtherPlugins } from "../config/unknown-ids.ts";
import { defineRule } from "../rule.ts";

/** Where plugins of other makers come from, as far as the file says. */
function sourceOf(config: ConfigView): Lookup {
  const paths = config.at("plugins.load.paths");
  return config.items("plugins.load.paths").length > 0
    ? paths
    : config.at("plugins.installs");
}

/** Every plugin that runs as things stand, where the file names all of them; undefined where a path brings some. */
function running(config: ConfigView): readonly string[] | undefined {
  if (config.items("plugins.load.paths").length > 0) return undefined;
  const installed = config
    .entries("plugins.installs")
    .map(({ key }) => String(key));
  if (installed.length === 0) return undefined;
  const bundled = new Set(plugins.map(({ id }) => id));
  const switchedOn = config
    .entries("plugins.entries")
    .filter(({ key, lookup }) => {
      const enabled = config.at([...lookup.path, "enabled"]);
      return bundled.has(String(key)) ? is(enabled, true) : !is(enabled, false);
    })
    .map(({ key }) => String(key));
  const channels = config
    .entries(["channels"])
    .map(({ key }) => String(key))
    .filter((id) => channelRow(id) !== undefined);
  const slot = config.at("plugins.slots.memory");
  const memory =
    slot.state === "set" && typeof slot.value === "string"
      ? slot.value.trim()
      : slotDefaults.memory;
  if (slot.state === "env") return undefined;
  return [
    ...new Set([
      ...installed,
      ...switchedOn,
      ...channels,
      ...(memory.toLowerCase() === "none" || memory === "" ? [] : [memory]),
    ]),
  ];
}

export const pluginsNoAllowlist = defineRule({
  code: "plugins.no_allowlist",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "plugins.enabled",
    "plugins.allow[]",
    "plugins.load.paths[]",
    "plugins.installs.*",
    "plugins.entries.*.enabled",
    "plugins.slots.memory",
    "channels.*",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Every plugin that is found is loaded",
    why: "Plugins run in the gateway, with all its tokens. Without `plugins.allow` every folder that turns up where Clawdbot looks for plugins is loaded, whoever put it there: an update that brings a second one, or an agent that wrote it.",
    remedy:
      "List the plugins that you want in `plugins.allow`, those of your channels and of memory included.",
    bad: `{
  gateway: { mode: "local" },
  plugins: { installs: { "voice-call": { source: "npm", spec: "@clawdbot/voice-call@2026.1.24" } } },
}`,
    good: `{
  gateway: { mode: "local" },
  plugins: { allow: ["voice-call", "memory-core"], installs: { "voice-call": { source: "npm", spec: "@clawdbot/voice-call@2026.1.24" } } },
}`,
    since: "next",
    calm: "It needs plugins of other makers: installed ones, paths in the file, or what the host has seen in the state folder.",
    upstream: {
      relation: "ours",
      reason:
        "The audit looks into the folder of extensions, and not at what the file says of plugins.",
    },
  },
  *check(config) {
    if (is(config.at("plugins.enabled"), false)) return;
    if (!hasOtherPlugins(config, config.situation)) return;
    const allow = config.at("plugins.allow");
    if (
      allow.state === "env" ||
      config
        .items("plugins.allow")
        .some(({ lookup }) => !(is(lookup, "") || is(lookup, " ")))
    )
      return;
    const list = running(config);
    const source = sourceOf(config);
    yield {
      at: allow,
      message:
        "Every plugin that is found is loaded: plugins.allow does not say which may be",
      related:
        source.state === "absent"
          ? []
          : [{ at: source, message: "Plugins of other makers come from here" }],
      fixes:
        list === undefined
          ? []
          : [
              {
                title: `Allow only ${list.slice(0, 4).join(", ")}${list.length > 4 ? " and others that run now" : ""}`,
                safety: "review",
                preferred: true,
                asks: "Plugins that are not on the list will no longer be loaded.",
                changes: [
                  { op: "set", path: ["plugins", "allow"], value: [...list] },
                ],
              },
            ],
    };
  },
});
