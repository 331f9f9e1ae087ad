import { openDoorPatterns, openDoors } from "../../access/strangers.ts";
import { defineRule, type SeverityByProfile } from "../rule.ts";
import {
  commandEntries,
  commandEntryPatterns,
  programOf,
} from "./command-entries.ts";

/** Programs that fetch whatever address they are given, those of this computer and network included. */
const fetchers = new Set([
  "curl",
  "wget",
  "lynx",
  "w3m",
  "links",
  "yt-dlp",
  "youtube-dl",
  "chromium",
  "chrome",
  "http",
  "httpie",
  "aria2c",
]);

export const mediaCliOnUntrustedInput = defineRule({
  code: "media.cli_on_untrusted_input",
  effect: "risk",
  severity: { strict: "info" },
  watches: [...commandEntryPatterns, ...openDoorPatterns],
  fixable: "never",
  whyNoFix: "Which program may see what people send is yours to say.",
  docs: {
    summary: "A program on this computer works on what people send",
    why: "The program runs outside any sandbox, before the agent sees the message. A flaw in how it reads files is a way in for everybody who may write. One that fetches links fetches those of your own network as well, and tells the agent, and so the sender, what it found there.",
    remedy:
      "Limit who may send such things with `scope`, use a provider's model instead of a program, or let the program run in a container of its own.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${BOT}", dmPolicy: "open", allowFrom: ["*"] } },
  tools: { links: { models: [{ type: "cli", command: "curl", args: ["-s", "{{LinkUrl}}"] }] } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${BOT}", dmPolicy: "open", allowFrom: ["*"] } },
  tools: { links: { enabled: false } },
}`,
    since: "next",
    calm: "Such programs are an ordinary set-up, so the recommended profile speaks only where strangers may write, or where links go to a program that fetches anything.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at programs for media and links.",
    },
  },
  *check(config) {
    const entries = commandEntries(config);
    if (entries.length === 0) return;
    const [door] = openDoors(config);
    for (const { lookup, forLinks, command } of entries) {
      const program = programOf(command);
      const fetches = forLinks && fetchers.has(program);
      const severity: SeverityByProfile =
        door !== undefined
          ? { recommended: "warning", strict: "warning" }
          : fetches
            ? { recommended: "info", strict: "warning" }
            : { strict: "info" };
      yield {
        at: lookup,
        message: `${program} runs on this computer ${fetches ? "and fetches every link, those of your own network included," : `on ${forLinks ? "links" : "files"}`} that ${door === undefined ? "people send" : `strangers send on ${door.channel}`}`,
        severity,
        related:
          door === undefined
            ? []
            : [{ at: door.lookup, message: "Strangers come in here" }],
      };
    }
  },
});
