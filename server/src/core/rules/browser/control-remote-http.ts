import { whereabouts } from "../../access/whereabouts.ts";
import { browserControlPatterns } from "../../access/browser-control.ts";
import { defineRule } from "../rule.ts";
import { remoteControl } from "./remote-control.ts";

export const browserControlRemoteHttp = defineRule({
  code: "browser.control_remote_http",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "warning" },
  watches: [...browserControlPatterns],
  fixable: "always",
  docs: {
    summary: "Browser control on another machine goes over plain HTTP",
    why: "The token and all that the browser sees travel where others can read and change them.",
    remedy:
      "Use `https://`, for instance through Tailscale Serve. Inside a tunnel that encrypts, plain HTTP is fine: accept the risk then.",
    bad: `{ gateway: { mode: "local" }, browser: { controlUrl: "http://browser.example.net:18791", controlToken: "\${CLAWDBOT_BROWSER_CONTROL_TOKEN}" } }`,
    good: `{ gateway: { mode: "local" }, browser: { controlUrl: "https://browser.example.net:18791", controlToken: "\${CLAWDBOT_BROWSER_CONTROL_TOKEN}" } }`,
    since: "next",
    calm: "It needs a written http address of another machine; an address of a tailnet, which encrypts by itself, is an info.",
    upstream: { relation: "same", checkId: "browser.control_remote_http" },
  },
  *check(config) {
    const control = remoteControl(config);
    if (control === undefined || control.address.secure) return;
    const { url } = control;
    if (url.state !== "set" || typeof url.value !== "string") return;
    yield {
      at: url,
      message: `browser.controlUrl reaches ${control.address.host} over plain HTTP`,
      onlyUpstream: control.onlyUpstream,
      ...(whereabouts(control.address) === "tailnet"
        ? { severity: { recommended: "info", strict: "info" } as const }
        : {}),
      fixes: [
        {
          title: "Use HTTPS",
          safety: "review",
          preferred: true,
          asks: "The other machine has to offer HTTPS at that address.",
          changes: [
            {
              op: "set",
              path: ["browser", "controlUrl"],
              value: url.value.trim().replace(/^http:/i, "https:"),
            },
          ],
        },
      ],
    };
  },
});
