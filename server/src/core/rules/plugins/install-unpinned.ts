import { is } from "../../config/config-view.ts";
import { settingsAt } from "../../config/settings-at.ts";
import { defineRule } from "../rule.ts";

const records = ["plugins.installs.*", "hooks.internal.installs.*"] as const;

/** Whether an npm spec names one version: `name@1.2.3`. */
const isPinned = (spec: string): boolean =>
  /.@\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(spec) ||
  /^(?:file:|\.{0,2}\/|~)/.test(spec);

/** The name without a version, a range or a tag. */
const nameOf = (spec: string): string =>
  spec.slice(0, spec.indexOf("@", 1) === -1 ? undefined : spec.indexOf("@", 1));

export const pluginsInstallUnpinned = defineRule({
  code: "plugins.install_unpinned",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    "plugins.installs.*.source",
    "plugins.installs.*.spec",
    "plugins.installs.*.version",
    "hooks.internal.installs.*.source",
    "hooks.internal.installs.*.spec",
    "hooks.internal.installs.*.version",
  ],
  fixable: "sometimes",
  docs: {
    summary: "A plugin is installed in whatever version comes next",
    why: "`clawdbot plugins update` follows the recorded spec. Without an exact version it takes what was published last, by the maker or by whoever took over the maker's account, and that runs in the gateway with all its tokens.",
    remedy:
      "Record an exact version, such as `clawdbot-weather@1.2.0`, and raise it by hand.",
    bad: `{
  gateway: { mode: "local" },
  plugins: { allow: ["weather"], installs: { weather: { source: "npm", spec: "clawdbot-weather", version: "1.2.0" } } },
}`,
    good: `{
  gateway: { mode: "local" },
  plugins: { allow: ["weather"], installs: { weather: { source: "npm", spec: "clawdbot-weather@1.2.0", version: "1.2.0" } } },
}`,
    since: "next",
    calm: "An info. It needs an installation from npm whose spec names no exact version; paths and archives are none.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at how plugins were installed.",
    },
  },
  *check(config) {
    for (const pattern of records) {
      for (const { path } of settingsAt(config, pattern)) {
        const spec = config.at([...path, "spec"]);
        if (!is(config.at([...path, "source"]), "npm")) continue;
        if (spec.state !== "set" || typeof spec.value !== "string") continue;
        const written = spec.value.trim();
        if (written === "" || isPinned(written)) continue;
        const version = config.at([...path, "version"]);
        const exact =
          version.state === "set" &&
          typeof version.value === "string" &&
          /^\d+\.\d+\.\d+/.test(version.value)
            ? `${nameOf(written)}@${version.value}`
            : undefined;
        yield {
          at: spec,
          message: `${JSON.stringify(written)} is whatever version was published last`,
          fixes:
            exact === undefined
              ? []
              : [
                  {
                    title: `Stay at the installed version: ${exact}`,
                    safety: "review",
                    preferred: true,
                    changes: [{ op: "set", path: spec.path, value: exact }],
                  },
                ],
        };
      }
    }
  },
});
