import { isAbsolutePath } from "../../access/host-folders.ts";
import { is } from "../../config/config-view.ts";
import { knownText } from "../../config/known-text.ts";
import { defineRule } from "../rule.ts";
import { hooksNotAudited } from "./not-audited.ts";

/** Whether a path that counts from a folder leaves it. */
function climbsOut(path: string): boolean {
  let depth = 0;
  for (const step of path.split(/[\\/]+/)) {
    if (step === "..") depth -= 1;
    else if (step !== "." && step !== "") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

export const hooksTransformOutside = defineRule({
  code: "hooks.transform_outside",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    "hooks.enabled",
    "hooks.transformsDir",
    "hooks.mappings[].transform.module",
  ],
  fixable: "never",
  whyNoFix: "The file has to be moved first.",
  docs: {
    summary: "Code for a webhook lies outside the folder for such code",
    why: "The module runs in the gateway, with all its tokens. Outside the folder that you guard, somebody else may change it: a checkout that is updated, a folder of downloads.",
    remedy:
      "Put modules below the folder of the config, or below `hooks.transformsDir`, and name them from there.",
    bad: `{
  gateway: { mode: "local" },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, transform: { module: "../projects/ci/hook.mjs" } }] },
  agents: { defaults: { sandbox: { mode: "all" } } },
}`,
    good: `{
  gateway: { mode: "local" },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", mappings: [{ match: { path: "ci" }, transform: { module: "hooks/ci.mjs" } }] },
  agents: { defaults: { sandbox: { mode: "all" } } },
}`,
    since: "next",
    calm: "An info. It needs webhooks that are on, and a module with an absolute path or one that climbs out of its folder.",
    upstream: hooksNotAudited,
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    for (const { lookup } of config.items("hooks.mappings")) {
      const path = config.at([...lookup.path, "transform", "module"]);
      const text = knownText(path)?.trim();
      if (text === undefined || text.startsWith("${")) continue;
      if (!isAbsolutePath(text) && !climbsOut(text)) continue;
      yield {
        at: path,
        message: `The gateway runs code from outside ${config.at("hooks.transformsDir").state === "absent" ? "the folder of the config" : "hooks.transformsDir"}`,
      };
    }
  },
});
