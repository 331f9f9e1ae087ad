import { is } from "../../config/config-view.ts";
import { defineRule, pathText } from "../rule.ts";
import { alwaysError, beforeTheAudit } from "./refused.ts";

/** Where the program starts looking for a port of a new profile; the one before is the usual profile's (browser/profiles.js). */
const firstPort = 18801;

export const configBrowserProfileTarget = defineRule({
  code: "config.browser_profile_target",
  effect: "refused",
  severity: alwaysError,
  watches: ["browser.profiles.*.cdpPort", "browser.profiles.*.cdpUrl"],
  fixable: "always",
  docs: {
    summary: "A browser profile without a browser",
    why: "A profile has to say where its browser listens: on a port of this computer, or at an address. Clawdbot refuses the whole file otherwise.",
    remedy:
      "Set `cdpPort` to a free port for a browser that Clawdbot starts itself, or `cdpUrl` to the address of one that runs already.",
    bad: `{ browser: { profiles: { work: { color: "#0066CC" } } } }`,
    good: `{ browser: { profiles: { work: { cdpPort: 18801, color: "#0066CC" } } } }`,
    since: "next",
    calm: "It needs a profile with neither of the two keys, or with an empty address alone.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    const profiles = config.entries("browser.profiles");
    const taken = new Set(
      profiles.map(({ lookup }) => {
        const port = config.at([...lookup.path, "cdpPort"]);
        return port.state === "set" ? port.value : undefined;
      }),
    );
    let port = firstPort;
    while (taken.has(port)) port += 1;
    for (const { lookup } of profiles) {
      if (lookup.state !== "group" || lookup.node.kind !== "object") continue;
      // A port of the wrong kind is told by the schema, and is one once it is put right.
      if (config.at([...lookup.path, "cdpPort"]).state !== "absent") continue;
      const url = config.at([...lookup.path, "cdpUrl"]);
      if (url.state !== "absent" && !is(url, "")) continue;
      yield {
        at: lookup,
        message: `${pathText(lookup.path)} says neither on which port (cdpPort) nor at which address (cdpUrl) its browser listens`,
        fixes: [
          {
            title: `Give it port ${port} on this computer`,
            safety: "review",
            preferred: true,
            changes: [
              { op: "set", path: [...lookup.path, "cdpPort"], value: port },
            ],
          },
        ],
      };
    }
  },
});
