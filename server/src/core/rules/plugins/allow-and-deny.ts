import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";

const idsAt = (
  config: ConfigView,
  key: "allow" | "deny",
): ReadonlyMap<string, Lookup> =>
  new Map(
    config
      .items(["plugins", key])
      .flatMap(({ lookup }) =>
        lookup.state === "set" && typeof lookup.value === "string"
          ? [[lookup.value.trim(), lookup] as const]
          : [],
      )
      .filter(([id]) => id !== ""),
  );

export const pluginsAllowAndDeny = defineRule({
  code: "plugins.allow_and_deny",
  effect: "note",
  severity: noteAs("warning"),
  watches: ["plugins.allow[]", "plugins.deny[]", "plugins.entries.*.enabled"],
  fixable: "sometimes",
  docs: {
    summary: "A plugin is denied, and yet allowed or switched on",
    why: "Denying wins: the plugin does not run, whatever the rest of the file says. A channel that is set up goes unanswered.",
    remedy: "Take the plugin off `plugins.deny`, or off the rest.",
    bad: `{
  gateway: { mode: "local" },
  plugins: { allow: ["voice-call", "memory-core"], deny: ["voice-call"] },
}`,
    good: `{
  gateway: { mode: "local" },
  plugins: { allow: ["memory-core"], deny: ["voice-call"] },
}`,
    since: "next",
    calm: "It needs the same id in both places, by texts alone.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look for what contradicts itself.",
    },
  },
  *check(config) {
    const denied = idsAt(config, "deny");
    if (denied.size === 0) return;
    const allowed = idsAt(config, "allow");
    for (const [id, at] of allowed) {
      const deny = denied.get(id);
      if (deny === undefined) continue;
      yield {
        at,
        message: `${id} is denied as well, and denying wins`,
        related: [{ at: deny, message: "Denied here" }],
        // An empty list allows every plugin.
        fixes:
          allowed.size < 2
            ? []
            : [
                {
                  title: "Take it off the list of allowed plugins",
                  safety: "review",
                  preferred: true,
                  changes: [{ op: "remove", path: at.path }],
                },
              ],
      };
    }
    for (const { key, lookup } of config.entries("plugins.entries")) {
      const enabled = config.at([...lookup.path, "enabled"]);
      const deny = denied.get(String(key));
      if (deny === undefined || !is(enabled, true)) continue;
      yield {
        at: enabled,
        message: `${key} is switched on and denied, and denying wins`,
        related: [{ at: deny, message: "Denied here" }],
        fixes: [
          {
            title: "Switch it off",
            safety: "review",
            preferred: true,
            changes: [{ op: "set", path: enabled.path, value: false }],
          },
        ],
      };
    }
  },
});
