import { bindOf, bindPatterns } from "../../access/gateway-auth.ts";
import {
  trustedProxies,
  trustedProxyPatterns,
  trustsThisComputer,
  type ProxyFault,
  type TrustedProxy,
} from "../../access/trusted-proxies.ts";
import type { Fix, SettingChange } from "../../config/fix.ts";
import { shown, textOf } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

/** What is wrong with an entry, to follow it. */
const faults: Readonly<Record<ProxyFault, string>> = {
  blank: "is empty",
  range: "is a range, and the gateway compares whole addresses",
  anything: "is no address that a connection comes from",
  port: "has a port, and the gateway compares addresses alone",
  brackets: "has brackets, and the gateway compares addresses without them",
  address: "is a URL, and the gateway compares IP addresses",
  name: "is a name, and the gateway compares IP addresses",
  spelling: "is spelled in another way than connections are",
  ipv6: "is an IPv6 address, and the gateway listens on IPv4",
};

/** Puts what was meant in the place of the entry, and further addresses at the end of the list. */
function correct(
  proxy: TrustedProxy,
  known: ReadonlySet<string>,
): Fix | undefined {
  const missing = proxy.meant.filter((address) => !known.has(address));
  const [first, ...more] = missing;
  if (first === undefined) return undefined;
  const changes: readonly SettingChange[] = [
    { op: "set", path: proxy.lookup.path, value: first },
    ...more.map((value): SettingChange => ({
      op: "append",
      path: ["gateway", "trustedProxies"],
      value,
    })),
  ];
  return {
    title: `Write ${missing.join(" and ")}`,
    safety: "review",
    preferred: true,
    asks: "From then on the gateway believes what this proxy says about its callers, so it has to overwrite X-Forwarded-For.",
    changes,
  };
}

export const gatewayTrustedProxiesNeverMatch = defineRule({
  code: "gateway.trusted_proxies_never_match",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...trustedProxyPatterns, ...bindPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "A trusted proxy that the gateway never recognises",
    why: "The gateway compares each entry, as text, with the address a connection comes from. Ranges, names, ports, `*` and `0.0.0.0` are equal to none, so the proxy stays unknown: its callers never count as local, their real addresses are not seen, and without a login they are turned away.",
    remedy:
      'Write the one address from which the proxy connects: `"127.0.0.1"` and `"::1"` for a proxy on this computer, the container\'s own address for one in Docker.',
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, trustedProxies: ["127.0.0.1", "localhost"] } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, trustedProxies: ["127.0.0.1", "::1"] } }`,
    since: "next",
    calm: 'An entry from a variable is left alone. An address of another computer is reported only beside the written bind "loopback", as an info: the command line may choose another bind.',
    upstream: {
      relation: "ours",
      reason: "The audit counts the entries and does not read them.",
    },
  },
  *check(config) {
    const { list } = trustedProxies(config);
    if (list.length === 0 || isClientFile(config)) return;
    const bind = bindOf(config);
    const known = new Set(
      list.flatMap(({ address }) => address?.canonical ?? []),
    );
    for (const proxy of list) {
      const { lookup, fault, address } = proxy;
      const remove: Fix = {
        title: "Remove it",
        safety: "review",
        changes: [{ op: "remove", path: lookup.path }],
      };
      const text = textOf(lookup);
      const entry = text === undefined ? "" : `${shown(text)} `;
      if (fault !== undefined) {
        const right = correct(proxy, known);
        yield {
          at: lookup,
          message: `${entry}${faults[fault]}, so it trusts no proxy`,
          fixes: right === undefined ? [remove] : [right, remove],
        };
      } else if (
        address !== undefined &&
        bind.value === "loopback" &&
        !trustsThisComputer(proxy)
      ) {
        const isWritten = bind.lookup.state !== "absent";
        yield {
          at: lookup,
          severity: { recommended: "info", strict: "info" },
          onlyStrict: !isWritten,
          message: `${entry}is another computer's address, and with bind "loopback" connections come from this one alone`,
          ...(isWritten
            ? {
                related: [
                  {
                    at: bind.lookup,
                    message: "Only this computer connects here",
                  },
                ],
              }
            : {}),
          fixes: [remove],
        };
      }
    }
  },
});
