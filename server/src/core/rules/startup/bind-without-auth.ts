import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../access/gateway-auth.ts";
import { bindToLoopback } from "../gateway/bind-fixes.ts";
import { requireLogin, unlessSet } from "../gateway/gateway-secret.ts";
import { defineRule } from "../rule.ts";
import {
  gatewayModePatterns,
  hanging,
  isClientFile,
  namesIn,
} from "./obstacle.ts";

export const startupBindWithoutAuth = defineRule({
  code: "startup.bind_without_auth",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: [...bindPatterns, ...gatewayAuthPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary:
      "The gateway refuses to listen beyond this computer without a login",
    why: 'The gateway ends with "Refusing to bind gateway to lan without auth.", naming the bind of the file. Every bind but loopback needs a token or a password, `auto` included.',
    remedy:
      "Give the gateway a token, or bind it to loopback and let people in through Tailscale or an SSH tunnel.",
    bad: `{ gateway: { mode: "local", bind: "auto" } }`,
    good: `{ gateway: { mode: "local", bind: "auto", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "Where a variable may hold the secret, it is an info that names the variable.",
    upstream: {
      relation: "ours",
      reason: "The audit reports the danger, not that the gateway stays down.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const bind = bindOf(config);
    const auth = gatewayAuth(config);
    if (bind.value === "loopback" || auth.mode !== "none") return;
    const isOpen = bind.value === "unknown";
    if (isOpen && bind.lookup.state !== "env") return;
    yield {
      at: config.at("gateway.auth"),
      ...hanging(isOpen || auth.hinges.length > 0),
      message: isOpen
        ? `Unless ${namesIn(bind.lookup)} is "loopback", the gateway does not start without a login${unlessSet(auth.hinges)}`
        : `The gateway does not start: it refuses bind "${bind.value}" without a login${unlessSet(auth.hinges)}`,
      hinges: auth.hinges,
      related: [{ at: bind.lookup, message: "The bind that needs a login" }],
      fixes: [...requireLogin(config.situation), bindToLoopback],
    };
  },
});
