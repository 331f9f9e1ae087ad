import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

/** The profile that a browser of the program's own has, whatever else is written (browser/constants.js). */
const ownProfile = "clawd";

export const browserDefaultProfileChrome = defineRule({
  code: "browser.default_profile_chrome",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    "browser.enabled",
    "browser.defaultProfile",
    "browser.profiles.*.driver",
  ],
  fixable: "always",
  docs: {
    summary: "The agent works in the browser you are logged in to",
    why: "The profile drives tabs of your own Chrome once you attach them: with your logins to mail, bank and shops. A page that talks the agent into something acts as you.",
    remedy:
      'Use `browser.defaultProfile: "clawd"`, a browser of the assistant\'s own, and log in there to what it needs.',
    bad: `{ gateway: { mode: "local" }, browser: { defaultProfile: "chrome" } }`,
    good: `{ gateway: { mode: "local" }, browser: { defaultProfile: "clawd" } }`,
    since: "next",
    calm: "Chrome is the default, so it needs a file that names it, or another profile with the driver `extension`. An info, since nothing happens before you attach a tab.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at browser control, not at profiles.",
    },
  },
  *check(config) {
    const profile = config.at("browser.defaultProfile");
    if (profile.state !== "set" || typeof profile.value !== "string") return;
    if (is(config.at("browser.enabled"), false)) return;
    const name = profile.value.trim();
    const driver = config.at(["browser", "profiles", name, "driver"]);
    const isRelay =
      is(driver, "extension") ||
      (name === "chrome" &&
        config.at(["browser", "profiles", name]).state === "absent");
    if (!isRelay) return;
    yield {
      at: profile,
      message: `The agent works in tabs of your own browser unless told otherwise: profile ${JSON.stringify(name)} drives those that you attach`,
      fixes: [
        {
          title: "Use a browser of the assistant's own",
          safety: "review",
          preferred: true,
          asks: "The assistant will not be logged in anywhere at first.",
          changes: [{ op: "set", path: profile.path, value: ownProfile }],
        },
      ],
    };
  },
});
