import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const browserNoSandbox = defineRule({
  code: "browser.no_sandbox",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["browser.enabled", "browser.noSandbox"],
  fixable: "always",
  docs: {
    summary: "The browser runs without its own sandbox",
    why: "An agent opens pages that others chose for it. With the sandbox of Chromium off, a page that breaks the browser has the whole account of the gateway.",
    remedy:
      "Remove `browser.noSandbox`, and run the gateway as an ordinary user; in a container, give the browser a container of its own.",
    bad: `{ gateway: { mode: "local" }, browser: { noSandbox: true } }`,
    good: `{ gateway: { mode: "local" }, browser: { noSandbox: false } }`,
    since: "next",
    calm: "It needs a written `true` with the browser not switched off.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at browser control, not at browsers.",
    },
  },
  *check(config) {
    const noSandbox = config.at("browser.noSandbox");
    if (!is(noSandbox, true) || is(config.at("browser.enabled"), false)) return;
    yield {
      at: noSandbox,
      message:
        "Chromium runs without its sandbox: a page that breaks it has the gateway's account",
      fixes: [
        {
          title: "Run it with its sandbox",
          safety: "review",
          preferred: true,
          asks: "As root or in a container the browser may not start.",
          changes: [{ op: "set", path: noSandbox.path, value: false }],
        },
      ],
    };
  },
});
