import { settingsAt } from "../../config/settings-at.ts";
import { knownText } from "../../config/known-text.ts";
import { defineRule, pathText } from "../rule.ts";

export const modelsApiKeyRunsCommand = defineRule({
  code: "models.api_key_runs_command",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["models.providers.*.apiKey"],
  fixable: "never",
  whyNoFix:
    "What the command prints has to be put into a variable first; the command itself must not be lost.",
  docs: {
    summary: "An API key is run as a command",
    why: 'A key that begins with "!" is run by a shell on this computer whenever models are listed, also by commands that only look. Clawdbot itself never uses what it prints: it sends the text of the command as the key, to the provider.',
    remedy: 'Put the key into a variable, and write `"${MY_PROVIDER_KEY}"`.',
    bad: `{
  gateway: { mode: "local" },
  models: { providers: { mine: { baseUrl: "https://models.example.com/v1", apiKey: "!pass show models", models: [] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  models: { providers: { mine: { baseUrl: "https://models.example.com/v1", apiKey: "\${MINE_API_KEY}", models: [] } } },
}`,
    since: "next",
    calm: 'It needs a key whose first character, blanks aside, is "!". No provider gives such keys.',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the keys of providers.",
    },
  },
  *check(config) {
    for (const lookup of settingsAt(config, "models.providers.*.apiKey")) {
      const text = knownText(lookup)?.trim();
      if (text === undefined || !text.startsWith("!") || text === "!") continue;
      yield {
        at: lookup,
        // A command may have a secret in it: say its length only.
        message: `${pathText(lookup.path)} is a command of ${text.length - 1} characters, which a shell runs on this computer and which is sent to the provider as the key`,
      };
    }
  },
});
