import { is, type DottedPath, type Lookup } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

/** What only a gateway that runs reads; a client in mode remote asks for none of it (gateway/call.js). */
const ofTheGateway = [
  "gateway.bind",
  "gateway.port",
  "gateway.tailscale.mode",
  "gateway.tls.enabled",
  "gateway.trustedProxies",
  "gateway.controlUi",
  "gateway.http",
] as const satisfies readonly DottedPath[];

const kinds = ["token", "password"] as const;

const isWritten = (lookup: Lookup): boolean => lookup.state !== "absent";

export const gatewayLocalWithModeRemote = defineRule({
  code: "gateway.local_with_mode_remote",
  effect: "note",
  severity: { recommended: "hint", strict: "info" },
  watches: [
    ...ofTheGateway,
    "gateway.mode",
    "gateway.auth.token",
    "gateway.auth.password",
    "gateway.remote.token",
    "gateway.remote.password",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Settings of a gateway, in a file that runs none",
    why: 'With `gateway.mode: "remote"` no gateway starts with this file, so nothing that says where and how it listens has an effect. A secret in `gateway.auth` is not sent to the gateway elsewhere either: commands send `gateway.remote.token` and `gateway.remote.password`.',
    remedy:
      'Move a secret that is meant for the gateway elsewhere to `gateway.remote`. Set `gateway.mode` to "local" if the gateway runs on this computer.',
    bad: `{ gateway: { mode: "remote", remote: { url: "wss://bot.example.net" }, auth: { token: "\${CLAWDBOT_REMOTE_TOKEN}" } } }`,
    good: `{ gateway: { mode: "remote", remote: { url: "wss://bot.example.net", token: "\${CLAWDBOT_REMOTE_TOKEN}" } } }`,
    since: "next",
    calm: "It is a hint; a secret that is not sent although the other end has none is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit does not ask whether the settings are of use.",
    },
  },
  *check(config) {
    const mode = config.at("gateway.mode");
    if (!is(mode, "remote")) return;
    const related = [{ at: mode, message: "No gateway starts with this file" }];
    const hasSecret = kinds.some((kind) =>
      isWritten(config.at(["gateway", "remote", kind])),
    );
    for (const kind of hasSecret ? [] : kinds) {
      const secret = config.at(["gateway", "auth", kind]);
      if (!isWritten(secret)) continue;
      yield {
        at: secret,
        severity: { recommended: "info", strict: "info" },
        message: `gateway.auth.${kind} is not sent to the gateway elsewhere; gateway.remote.${kind} would be`,
        related,
        fixes: [
          {
            title: `Send it as gateway.remote.${kind}`,
            safety: "review",
            preferred: true,
            changes: [
              {
                op: "move",
                from: ["gateway", "auth", kind],
                to: [["gateway", "remote", kind]],
              },
            ],
          },
        ],
      };
    }
    const unused = ofTheGateway.filter((path) => isWritten(config.at(path)));
    const [first] = unused;
    if (first === undefined) return;
    yield {
      at: config.at(first),
      message: `${unused.join(", ")} ${unused.length === 1 ? "has" : "have"} no effect: gateway.mode is "remote", so no gateway starts with this file`,
      related,
      fixes: [],
    };
  },
});
