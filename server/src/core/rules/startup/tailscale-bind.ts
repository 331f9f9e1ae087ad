import type { Fix } from "../../config/fix.ts";
import { bindOf, bindPatterns } from "../../access/gateway-auth.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import {
  gatewayModePatterns,
  isClientFile,
  mayStart,
  namesIn,
} from "./obstacle.ts";

/** What the gateway listens on under a bind, as far as a file can tell (gateway/net.js, resolveGatewayBindHost). */
const listens = {
  loopback: "locally",
  // 127.0.0.1 wherever that can be bound, which is everywhere.
  auto: "locally",
  // The tailnet's address where there is one, else 127.0.0.1.
  tailnet: "by machine",
  lan: "everywhere",
  custom: "everywhere",
  unknown: "unknown",
} as const;

export const startupTailscaleBind = defineRule({
  code: "startup.tailscale_bind",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: ["gateway.tailscale.mode", ...bindPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "Tailscale serve or funnel needs a gateway on loopback",
    why: 'Tailscale hands connections to a gateway that listens on this computer only. With another bind it ends with "tailscale serve/funnel requires gateway bind=loopback (127.0.0.1)".',
    remedy:
      'Set `gateway.bind` to "loopback": Tailscale brings the others in. Or switch Tailscale off to listen on the network.',
    bad: `{ gateway: { mode: "local", bind: "lan", tailscale: { mode: "serve" }, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", tailscale: { mode: "serve" }, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: 'With bind "tailnet" the computer decides, so it is a warning; "auto" means loopback in practice and is left alone.',
    upstream: {
      relation: "ours",
      reason: "The audit does not ask whether the gateway starts.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const tailscale = config.at("gateway.tailscale.mode");
    const isOn = is(tailscale, "serve") || is(tailscale, "funnel");
    if (!isOn && tailscale.state !== "env") return;
    const bind = bindOf(config);
    const where = listens[bind.value];
    if (where === "locally") return;
    const { lookup } = bind;
    if (where === "unknown" && lookup.state !== "env") return;
    const word =
      isOn && tailscale.state === "set" ? String(tailscale.value) : "";
    const fixes: readonly [Fix] = [
      {
        title: "Bind to loopback",
        safety: "review",
        preferred: true,
        asks: "Devices that reach the gateway without Tailscale will no longer do so.",
        changes: [{ op: "set", path: ["gateway", "bind"], value: "loopback" }],
      },
    ];
    const related = [
      {
        at: tailscale,
        message: "Tailscale is asked to reach the gateway here",
      },
    ];
    if (!isOn || where === "unknown") {
      yield {
        at: lookup,
        ...mayStart,
        message: isOn
          ? `Tailscale ${word} needs bind "loopback", so the gateway starts only if ${namesIn(lookup)} says so`
          : `Unless ${namesIn(tailscale)} is "off", the gateway does not start: Tailscale needs bind "loopback"`,
        related,
        fixes,
      };
    } else if (where === "by machine") {
      yield {
        at: lookup,
        severity: { recommended: "warning", strict: "warning" },
        hangsOn: "machine",
        message: `Tailscale ${word} needs bind "loopback": on a computer with a tailnet address the gateway does not start`,
        related,
        fixes,
      };
    } else {
      yield {
        at: lookup,
        message: `The gateway does not start: Tailscale ${word} needs bind "loopback", not "${bind.value}"`,
        related,
        fixes,
      };
    }
  },
});
