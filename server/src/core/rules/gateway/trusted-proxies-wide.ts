import { bindOf, bindPatterns } from "../../access/gateway-auth.ts";
import {
  trustedProxies,
  trustedProxyPatterns,
} from "../../access/trusted-proxies.ts";
import { scopeOf } from "../../text/ip-address.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { proxyAdvice } from "./proxy-advice.ts";

/** More proxies than this are hardly one's own. */
const most = 5;

export const gatewayTrustedProxiesWide = defineRule({
  code: "gateway.trusted_proxies_wide",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...trustedProxyPatterns, ...bindPatterns, ...gatewayModePatterns],
  fixable: "sometimes",
  docs: {
    summary: "More is trusted to say who calls than a proxy of one's own",
    why: "Whoever connects from a trusted address may say with `X-Forwarded-For` that the caller is this computer, and a device that passes for one of this computer is paired without anybody being asked: the login alone is in its way then. A public address may belong to somebody else tomorrow, or to many customers of one provider today.",
    remedy: `List only proxies that you run yourself, by their private addresses. ${proxyAdvice}`,
    bad: `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, trustedProxies: ["203.0.113.9"] } }`,
    good: `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, trustedProxies: ["192.168.1.2"] } }`,
    since: "next",
    calm: `It needs a public address, written out, from which connections can come, or more than ${most} entries, which is an info.`,
    upstream: {
      relation: "ours",
      reason: "The audit counts the entries and does not read them.",
    },
  },
  *check(config) {
    const { list } = trustedProxies(config);
    if (list.length === 0 || isClientFile(config)) return;
    const isReachable = bindOf(config).value !== "loopback";
    for (const { lookup, address } of list) {
      if (
        address === undefined ||
        !isReachable ||
        scopeOf(address) !== "public"
      )
        continue;
      yield {
        at: lookup,
        message: `${address.canonical} is a public address: whoever has it may say that a caller is this computer`,
        fixes: [
          {
            title: "Trust it no longer",
            safety: "review",
            asks: "If a proxy connects from there, the gateway will no longer learn its callers' addresses.",
            changes: [{ op: "remove", path: lookup.path }],
          },
        ],
      };
    }
    const able = list.filter(({ fault }) => fault === undefined).length;
    if (able <= most) return;
    yield {
      at: config.at("gateway.trustedProxies"),
      severity: { recommended: "info", strict: "info" },
      message: `${able} addresses are trusted to say who calls; each of them may pass a caller off as this computer`,
      fixes: [],
    };
  },
});
