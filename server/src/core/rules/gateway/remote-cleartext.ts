import { whereabouts } from "../../access/whereabouts.ts";
import { is } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { isGiven } from "../secrets/is-given.ts";
import { defineRule } from "../rule.ts";
import { remoteUrl } from "./remote-url.ts";

const change = (title: string, url: string, asks: string): Fix => ({
  title,
  safety: "review",
  asks,
  changes: [{ op: "set", path: ["gateway", "remote", "url"], value: url }],
});

export const gatewayRemoteCleartext = defineRule({
  code: "gateway.remote_cleartext",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [
    "gateway.mode",
    "gateway.remote.url",
    "gateway.remote.token",
    "gateway.remote.password",
  ],
  fixable: "always",
  docs: {
    summary: "The gateway elsewhere is called in plain text",
    why: "The token or password and every message cross the network readable, and whoever reads the secret once can drive the assistant from then on.",
    remedy:
      "Use `wss://`, for instance the address that Tailscale Serve gives the gateway; for a certificate that the gateway made itself, pin it with `gateway.remote.tlsFingerprint`. Or open an SSH tunnel and call `ws://127.0.0.1:18789`.",
    bad: `{ gateway: { mode: "remote", remote: { url: "ws://bot.example.net:18789", token: "\${CLAWDBOT_REMOTE_TOKEN}" } } }`,
    good: `{ gateway: { mode: "remote", remote: { url: "wss://bot.example.net:18789", token: "\${CLAWDBOT_REMOTE_TOKEN}" } } }`,
    since: "next",
    calm: "This computer's own addresses are left alone, as a tunnel ends there. Addresses of a tailnet, which encrypts by itself, belong to the strict profile. Without a secret beside it, or in a file of mode local, where only `gateway status` calls it, it is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit calls the address and does not judge it.",
    },
  },
  *check(config) {
    const url = remoteUrl(config);
    if (url?.address === undefined || url.address.secure) return;
    const where = whereabouts(url.address);
    if (where === "computer") return;
    const secret = (["token", "password"] as const).find((kind) =>
      isGiven(config.at(["gateway", "remote", kind])),
    );
    const isMild =
      secret === undefined ||
      where === "tailnet" ||
      !is(config.at("gateway.mode"), "remote");
    const { host, port } = url.address;
    yield {
      at: url.lookup,
      ...(isMild
        ? { severity: { recommended: "info", strict: "info" } as const }
        : {}),
      onlyStrict: where === "tailnet",
      message: `gateway.remote.url is not encrypted: ${secret === undefined ? "every message" : `the ${secret} and every message`} can be read on the way to ${host}`,
      related:
        secret === undefined
          ? []
          : [
              {
                at: config.at(["gateway", "remote", secret]),
                message: `This ${secret} is sent there`,
              },
            ],
      fixes: [
        {
          ...change(
            "Use wss://",
            url.text.replace(/^[a-z]+:/i, "wss:"),
            "The gateway there, or a proxy before it, has to speak TLS at that address.",
          ),
          preferred: true,
        },
        change(
          "Go through an SSH tunnel",
          `ws://127.0.0.1:${port === 80 ? 18789 : port}`,
          `Open the tunnel first: ssh -N -L ${port === 80 ? 18789 : port}:127.0.0.1:${port === 80 ? 18789 : port} ${host}`,
        ),
      ],
    };
  },
});
