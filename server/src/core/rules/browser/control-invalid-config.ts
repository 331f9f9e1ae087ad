import {
  browserControl,
  browserControlPatterns,
} from "../../access/browser-control.ts";
import { defineRule, pathText } from "../rule.ts";

const faults = {
  invalid: "is no address that can be read",
  "not-http": "has to begin with http:// or https://",
  "port-too-high": "has port 65535, and the browser needs the one after it",
} as const;

export const browserControlInvalidConfig = defineRule({
  code: "browser.control_invalid_config",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "warning" },
  watches: [...browserControlPatterns],
  fixable: "always",
  docs: {
    summary: "The address of browser control cannot be used",
    why: "The browser tool fails, and nobody can tell where its commands would go.",
    remedy:
      "Write a whole address, such as `http://127.0.0.1:18791`, or remove the key: that is its default.",
    bad: `{ gateway: { mode: "local" }, browser: { controlUrl: "localhost:18791" } }`,
    good: `{ gateway: { mode: "local" }, browser: { controlUrl: "http://localhost:18791" } }`,
    since: "next",
    calm: "It needs a written address that no program can read; one from a variable is not judged.",
    upstream: { relation: "same", checkId: "browser.control_invalid_config" },
  },
  *check(config) {
    const { unusable, enabled } = browserControl(config);
    if (unusable === undefined) return;
    const { lookup, why } = unusable;
    yield {
      at: lookup,
      message: `${pathText(lookup.path)} ${faults[why]}`,
      onlyUpstream: !enabled,
      fixes: [
        {
          title: "Remove it and use the default",
          safety: "review",
          asks: "The browser tool will use this computer.",
          changes: [{ op: "remove", path: lookup.path }],
        },
      ],
    };
  },
});
