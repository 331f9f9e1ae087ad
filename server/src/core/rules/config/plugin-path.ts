import { plainText } from "../../config/possible-values.ts";
import { defineRule } from "../rule.ts";
import { noteAs, shown, textOf } from "./refused.ts";

export const configPluginPath = defineRule({
  code: "config.plugin_path",
  effect: "note",
  severity: noteAs("hint"),
  watches: ["plugins.load.paths[]"],
  fixable: "never",
  whyNoFix: "Only the machine the gateway runs on knows what lies there.",
  docs: {
    summary: "A path to a plugin that has to exist",
    why: "Clawdbot refuses the whole file when a path in `plugins.load.paths` does not exist, or leads to a file that is no script, where the gateway runs. That is easily forgotten when a file is copied to another machine.",
    remedy: "Make sure that the path exists there.",
    bad: `{ plugins: { load: { paths: ["~/plugins/weather"] } } }`,
    good: `{ plugins: { load: { paths: [] } } }`,
    since: "next",
    calm: "It is no more than a hint, as a text cannot know another machine's disk.",
    upstream: {
      relation: "ours",
      reason:
        "The audit looks at files that were accepted, on the machine itself.",
    },
  },
  *check(config) {
    for (const { lookup } of config.items("plugins.load.paths")) {
      const text = textOf(lookup);
      if (text === undefined || plainText(text)?.trim() === "") continue;
      yield {
        at: lookup,
        message: `Clawdbot refuses the file unless ${shown(text)} exists where the gateway runs`,
      };
    }
  },
});
