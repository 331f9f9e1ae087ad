import { lookupOf } from "../../config/config-view.ts";
import { secretRowAt } from "../../config/secret-values.ts";
import { defineRule, pathText } from "../rule.ts";
import { credentialsIn } from "./credentials-in-url.ts";
import { moveToEnvironment } from "./move-to-env.ts";

/** Whether a file may have an address with an `@` in it. */
const mayHoldAddress = (document: string): boolean =>
  /:\/\/[^\s/?#"'<>\\]{1,400}@/.test(document);

export const secretsUrlCredentials = defineRule({
  code: "secrets.url_credentials",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  // An address may stand in any value.
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "An address has a password in it",
    why: "Addresses are treated as if they could be shown: they are printed by `clawdbot browser status`, quoted in error messages and kept in logs, and the masking of logs does not know passwords in them.",
    remedy:
      "Sign in with a header, a token or a key where the service takes one. Where it must be the address, keep name and password in `~/.clawdbot/.env`, so that at least the file does not have them.",
    bad: `{ gateway: { mode: "local" }, browser: { profiles: { remote: { cdpUrl: "https://me:k3w9vz7q@browser.example.net", color: "#0066CC" } } } }`,
    good: `{ gateway: { mode: "local" }, browser: { profiles: { remote: { cdpUrl: "https://browser.example.net", color: "#0066CC" } } } }`,
    since: "next",
    calm: "It needs a name, a colon and a password in front of the `@`; a name alone, a variable and a published example are passed over.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at hosts and protocols of addresses only.",
    },
  },
  *check(config) {
    const { resolved } = config;
    const mayBeThere = resolved.files.some((file) =>
      mayHoldAddress(resolved.documentOf(file)?.text ?? ""),
    );
    if (!mayBeThere) return;
    for (const node of resolved.scalars) {
      const text = node.scalar;
      const found = typeof text === "string" ? credentialsIn(text) : undefined;
      if (found === undefined) continue;
      const { path } = node;
      // Where a secret is expected, `secrets.in_clear` speaks of the whole of it.
      if (secretRowAt(path) !== undefined) continue;
      const lookup = lookupOf(node, path);
      yield {
        at: lookup,
        message: `${pathText(path)} is an address with a name and password in it (${found.end - found.start} characters)`,
        fixes:
          lookup.state === "set" && lookup.value === text
            ? [moveToEnvironment(config, lookup, found)]
            : [],
      };
    }
  },
});
