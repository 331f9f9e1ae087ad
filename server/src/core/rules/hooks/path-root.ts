import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const hooksPathRoot = defineRule({
  code: "hooks.path_root",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: ["hooks.enabled", "hooks.path"],
  fixable: "always",
  docs: {
    summary: "Webhooks take every address of the gateway",
    why: 'With "/" the gateway does not start. With "//" or more slashes it starts with an empty path, which is the beginning of every address: the Control UI and all else answer "Unauthorized", and webhooks can be called anywhere.',
    remedy: "Give them a path of their own, such as `/hooks`, the default.",
    bad: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", path: "//" } }`,
    good: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", path: "/hooks" } }`,
    since: "next",
    calm: 'A path of slashes alone, with webhooks on. For a single "/" the recommended profile says that the gateway does not start, and leaves it at that.',
    upstream: { relation: "stricter", checkId: "hooks.path_root" },
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    const path = config.at("hooks.path");
    if (path.state !== "set" || typeof path.value !== "string") return;
    const text = path.value.trim();
    if (!/^\/+$/.test(text)) return;
    yield {
      at: path,
      message: `hooks.path is "${text}": webhooks answer every address of the gateway`,
      // The audit knows the single slash only; for that startup.hooks_path_root says more.
      ...(text === "/" ? { onlyUpstream: true } : { asUpstream: false }),
      fixes: [
        {
          title: "Put webhooks at /hooks",
          safety: "review",
          preferred: true,
          asks: "Whoever calls your webhooks has to use the new address.",
          changes: [{ op: "set", path: ["hooks", "path"], value: "/hooks" }],
        },
      ],
    };
  },
});
