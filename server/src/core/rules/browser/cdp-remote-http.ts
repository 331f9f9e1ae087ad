import { addressAt, nearnessOf, withHttps } from "../../access/addresses.ts";
import { settingsAt } from "../../config/settings-at.ts";
import { is } from "../../config/config-view.ts";
import { defineRule, pathText } from "../rule.ts";

export const browserCdpRemoteHttp = defineRule({
  code: "browser.cdp_remote_http",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["browser.enabled", "browser.cdpUrl", "browser.profiles.*.cdpUrl"],
  fixable: "sometimes",
  docs: {
    summary: "A browser on another machine is driven over plain HTTP",
    why: "What goes over the line drives the browser: whoever listens in reads every page and every login in it, and whoever reaches the port does what the agent does. The protocol itself asks nobody for a password.",
    remedy:
      "Use a tunnel, such as SSH or Tailscale, or an `https://` address that asks for a token.",
    bad: `{ gateway: { mode: "local" }, browser: { profiles: { far: { cdpUrl: "http://203.0.113.7:9222", color: "00AA00" } } } }`,
    good: `{ gateway: { mode: "local" }, browser: { profiles: { far: { cdpUrl: "https://203.0.113.7:9222", color: "00AA00" } } } }`,
    since: "next",
    calm: "It needs an http address whose host is written out and is neither this computer nor in a tailnet.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at browser control, not at browsers.",
    },
  },
  *check(config) {
    if (config.at("browser").state === "absent") return;
    if (is(config.at("browser.enabled"), false)) return;
    for (const pattern of [
      "browser.cdpUrl",
      "browser.profiles.*.cdpUrl",
    ] as const) {
      for (const lookup of settingsAt(config, pattern)) {
        const address = addressAt(lookup);
        if (address === undefined || address.secure) continue;
        const where = nearnessOf(address);
        if (where === "here" || where === "tailnet") continue;
        const https = withHttps(lookup);
        yield {
          at: lookup,
          message: `${pathText(lookup.path)} drives the browser on ${address.host} over plain HTTP`,
          fixes:
            https === undefined
              ? []
              : [
                  {
                    title: "Use HTTPS",
                    safety: "review",
                    asks: "The other machine has to offer it.",
                    changes: [{ op: "set", path: lookup.path, value: https }],
                  },
                ],
        };
      }
    }
  },
});
