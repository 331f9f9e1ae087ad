import { is, type Lookup } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import {
  gatewayModePatterns,
  isClientFile,
  mayStart,
  namesIn,
} from "./obstacle.ts";

/** Whether the program takes a path for the root (gateway/hooks.js); several slashes are none, to it, and blank means `/hooks`. */
const isRoot = (path: string): boolean => path.trim() === "/";

function verdictOn(path: Lookup): "root" | "perhaps" | "elsewhere" {
  if (path.state === "set")
    return typeof path.value === "string" && isRoot(path.value)
      ? "root"
      : "elsewhere";
  if (path.state !== "env") return "elsewhere";
  const written = path.template.parts
    .map((part) => (typeof part === "string" ? part : ""))
    .join("");
  return written.trim() === "" && path.names.length === 1
    ? "perhaps"
    : "elsewhere";
}

export const startupHooksPathRoot = defineRule({
  code: "startup.hooks_path_root",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: ["hooks.enabled", "hooks.path", ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "Webhooks lie at the root of the gateway",
    why: `Webhooks would take every address of the gateway, so it ends with "hooks.path may not be '/'".`,
    remedy: "Give them a path of their own, such as `/hooks`, the default.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", path: "/" } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", path: "/hooks" } }`,
    since: "next",
    calm: 'It needs `hooks.enabled: true` and the path "/". A path from a variable is an info.',
    upstream: {
      relation: "ours",
      reason:
        "The audit reports such a path as a finding; the gateway does not start with it.",
    },
  },
  *check(config) {
    if (isClientFile(config) || !is(config.at("hooks.enabled"), true)) return;
    const path = config.at("hooks.path");
    const verdict = verdictOn(path);
    if (verdict === "elsewhere") return;
    yield {
      at: path,
      ...(verdict === "perhaps" ? mayStart : {}),
      message:
        verdict === "perhaps"
          ? `hooks.path comes from ${namesIn(path)}; if that is "/", the gateway does not start`
          : "hooks.path is the root, so the gateway does not start",
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
