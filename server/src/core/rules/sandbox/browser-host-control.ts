import { sandboxes } from "../../access/sandboxes.ts";
import { usableToolPatterns, usableTools } from "../../access/usable-tools.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { named, notAudited } from "./named.ts";

export const sandboxBrowserHostControl = defineRule({
  code: "sandbox.browser_host_control",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...usableToolPatterns,
    "agents.defaults.sandbox.browser.allowHostControl",
    "agents.list[].sandbox.browser.allowHostControl",
  ],
  fixable: "always",
  docs: {
    summary: "A sandbox may drive the computer's own browser",
    why: "In the browser on the computer you are logged in. An agent in the sandbox can open pages there, read them and click, so the sandbox no longer stands between it and your accounts.",
    remedy:
      "Leave `allowHostControl` at its default `false`, and give the sandbox a browser of its own with `sandbox.browser.enabled: true`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", browser: { enabled: true, allowHostControl: true, allowedControlHosts: ["127.0.0.1"] } } } },
  tools: { sandbox: { tools: { allow: ["exec", "browser"], deny: ["gateway", "cron", "nodes", "canvas"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", browser: { enabled: true, allowHostControl: false, allowedControlHosts: ["127.0.0.1"] } } } },
  tools: { sandbox: { tools: { allow: ["exec", "browser"], deny: ["gateway", "cron", "nodes", "canvas"] } } },
}`,
    since: "next",
    calm: "Sandboxes have no browser tool unless `tools.sandbox.tools` gives it to them, and without it the key opens nothing.",
    upstream: notAudited,
  },
  *check(config) {
    for (const { lookup, agents } of sandboxes(config).inForce(
      "browser",
      "allowHostControl",
    )) {
      if (!is(lookup, true)) continue;
      const driving = usableTools(config).filter(
        ({ sandbox, inSandbox }) =>
          agents.includes(sandbox) && inSandbox("browser"),
      );
      if (driving.length === 0) continue;
      yield {
        at: lookup,
        message: `The sandbox${named(driving.map(({ sandbox }) => sandbox))} may drive the browser of this computer`,
        fixes: [
          {
            title: "Keep the sandbox away from the computer's browser",
            safety: "review",
            preferred: true,
            changes: [{ op: "set", path: lookup.path, value: false }],
          },
        ],
      };
    }
  },
});
