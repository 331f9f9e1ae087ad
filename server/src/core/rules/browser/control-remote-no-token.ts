import { browserControlPatterns } from "../../access/browser-control.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import { defineRule } from "../rule.ts";
import { remoteControl } from "./remote-control.ts";

export const browserControlRemoteNoToken = defineRule({
  code: "browser.control_remote_no_token",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...browserControlPatterns],
  fixable: "always",
  docs: {
    summary: "Browser control on another machine asks nobody for a token",
    why: "Whoever reaches the address drives a browser that may be signed in to everything.",
    remedy:
      "Set `browser.controlToken` on both sides, and reach the machine through a tunnel or your tailnet.",
    bad: `{ gateway: { mode: "local" }, browser: { controlUrl: "https://browser.example.net" } }`,
    good: `{ gateway: { mode: "local" }, browser: { controlUrl: "https://browser.example.net", controlToken: "\${CLAWDBOT_BROWSER_CONTROL_TOKEN}" } }`,
    since: "next",
    calm: "It needs a written address of another machine; addresses of this computer that the audit misjudges are left out.",
    upstream: { relation: "same", checkId: "browser.control_remote_no_token" },
  },
  *check(config) {
    const control = remoteControl(config);
    if (control === undefined || control.hasToken) return;
    const variable = ownVariables.browserControlToken;
    yield {
      at: control.url,
      message: `browser.controlUrl is on ${control.address.host}, and there is no browser.controlToken${control.variable === "unknown" ? `, unless ${variable} is set where the gateway runs` : ""}`,
      hinges: control.variable === "unknown" ? [variable] : [],
      onlyUpstream: control.onlyUpstream,
      fixes: [
        {
          title: `Read a token from ${variable}`,
          safety: "review",
          preferred: true,
          asks: `Clawdbot will refuse the file until ${variable} is set where it runs; the other machine needs the same token.`,
          introduces: [variable],
          changes: [
            {
              op: "set",
              path: ["browser", "controlToken"],
              value: `\${${variable}}`,
            },
          ],
        },
        {
          title: "Generate a token here",
          safety: "review",
          asks: "The other machine needs the same token.",
          changes: [
            {
              op: "set",
              path: ["browser", "controlToken"],
              value: config.situation.newSecret,
            },
          ],
        },
      ],
    };
  },
});
