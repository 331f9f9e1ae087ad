import { browserControlPatterns } from "../../access/browser-control.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import { newSecret } from "../secrets/new-secret.ts";
import { isPublishedExample } from "../secrets/published-examples.ts";
import { defineRule } from "../rule.ts";
import { remoteControl } from "./remote-control.ts";

export const browserControlTokenTooShort = defineRule({
  code: "browser.control_token_too_short",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "error" },
  watches: [...browserControlPatterns],
  fixable: "always",
  docs: {
    summary: "The token of browser control is short enough to guess",
    why: "The token is all that stands between a caller and your browser.",
    remedy: "Use 64 random hex digits, as `openssl rand -hex 32` prints them.",
    bad: `{ gateway: { mode: "local" }, browser: { controlUrl: "https://browser.example.net", controlToken: "k3w9-vz7q" } }`,
    good: `{ gateway: { mode: "local" }, browser: { controlUrl: "https://browser.example.net", controlToken: "\${CLAWDBOT_BROWSER_CONTROL_TOKEN}" } }`,
    since: "next",
    calm: "Only a token written in the file is measured, and only when the browser is on another machine.",
    upstream: { relation: "same", checkId: "browser.control_token_too_short" },
  },
  *check(config) {
    const control = remoteControl(config);
    if (control === undefined || control.variable === "set") return;
    const { token } = control;
    if (token.state !== "set" || typeof token.value !== "string") return;
    const { length } = token.value.trim();
    // The limit of the release's security/audit.js.
    if (length === 0 || length >= 24) return;
    yield {
      at: token,
      message: `browser.controlToken has ${length} characters; fewer than 24 can be guessed`,
      // A published example is worse than short, and another rule says so.
      onlyUpstream: control.onlyUpstream || isPublishedExample(token.value),
      fixes: newSecret(
        ["browser", "controlToken"],
        ownVariables.browserControlToken,
        "The other machine needs the same token.",
        config.situation,
      ),
    };
  },
});
