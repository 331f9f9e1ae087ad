import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../access/gateway-auth.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { bindToLoopback } from "./bind-fixes.ts";
import { requireLogin, unlessSet } from "./gateway-secret.ts";

export const gatewayBindNoAuth = defineRule({
  code: "gateway.bind_no_auth",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...bindPatterns, ...gatewayAuthPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway listens beyond this computer without a login",
    why: "Whoever reaches the port talks to an assistant that reads mail and runs commands. The gateway refuses to start like this; the file still says that it should be open.",
    remedy:
      "Require a token, or listen on loopback and let people in through Tailscale or an SSH tunnel.",
    bad: `{ gateway: { mode: "local", bind: "lan" } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It needs a bind value that is written in the file and is not loopback, and no secret in sight. Where a variable may hold the secret, the message says so.",
    upstream: { relation: "same", checkId: "gateway.bind_no_auth" },
  },
  *check(config) {
    const bind = bindOf(config);
    if (bind.value === "loopback" || bind.value === "unknown") return;
    const auth = gatewayAuth(config);
    if (auth.mode !== "none") return;
    yield {
      at: bind.lookup,
      onlyUpstream: isClientFile(config),
      message: `gateway.bind is "${bind.value}", which other machines can reach, and no token or password is required${unlessSet(auth.hinges)}`,
      hinges: auth.hinges,
      fixes: [...requireLogin(config.situation), bindToLoopback],
    };
  },
});
