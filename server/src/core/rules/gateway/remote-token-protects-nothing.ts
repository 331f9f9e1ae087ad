import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import type { Fix } from "../../config/fix.ts";
import { isGiven } from "../secrets/is-given.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { requireLogin, unlessSet } from "./gateway-secret.ts";

const kinds = ["token", "password"] as const;

export const gatewayRemoteTokenProtectsNothing = defineRule({
  code: "gateway.remote_token_protects_nothing",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [
    ...gatewayAuthPatterns,
    ...gatewayModePatterns,
    "gateway.remote.token",
    "gateway.remote.password",
  ],
  fixable: "always",
  docs: {
    summary: "The secret for another gateway puts no login before this one",
    why: "`gateway.remote.token` and `gateway.remote.password` are what the command line sends to a gateway elsewhere. The gateway of this file asks for `gateway.auth` alone, so it lets everybody in who reaches it.",
    remedy:
      "Set `gateway.auth` as well, or move the secret there if it was meant for this gateway.",
    bad: `{ gateway: { mode: "local", remote: { token: "\${CLAWDBOT_REMOTE_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_REMOTE_TOKEN}" } } }`,
    since: "next",
    calm: "It speaks only where no login is in sight. Where a variable may hold the secret, the message says so.",
    upstream: {
      relation: "ours",
      reason:
        "The audit reports the missing login; only the gateway itself, when it refuses to start, hints at the mix-up.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const kind = kinds.find((each) =>
      isGiven(config.at(["gateway", "remote", each])),
    );
    if (kind === undefined) return;
    const auth = gatewayAuth(config);
    if (auth.mode !== "none") return;
    const move: Fix = {
      title: `Make it the ${kind} of this gateway`,
      safety: "review",
      preferred: true,
      asks: "Clients that connect without this secret will be locked out until they have it.",
      changes: [
        {
          op: "move",
          from: ["gateway", "remote", kind],
          to: [["gateway", "auth", kind]],
        },
        { op: "set", path: ["gateway", "auth", "mode"], value: kind },
      ],
    };
    yield {
      at: config.at(["gateway", "remote", kind]),
      message: `gateway.remote.${kind} is for calls to another gateway; this one asks nobody for a login${unlessSet(auth.hinges)}`,
      hinges: auth.hinges,
      fixes: [
        move,
        ...requireLogin(config.situation).map((fix) => ({
          ...fix,
          preferred: false,
        })),
      ],
    };
  },
});
