import { clearTextSecrets } from "../../access/clear-text-secrets.ts";
import { workTreeOf } from "../../access/work-tree.ts";
import { shortPath } from "../../config/file-names.ts";
import { isPublishedExample } from "../secrets/published-examples.ts";
import { defineRule, pathText } from "../rule.ts";

export const fsConfigSecretsInGit = defineRule({
  code: "fs.config.secrets_in_git",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["**"],
  fixable: "never",
  whyNoFix:
    "Whether the file belongs into Git is yours to say; each secret has a repair of its own.",
  docs: {
    summary: "A config with secrets in it lies in a Git work tree",
    why: "One `git add` and one push put the secrets where they stay for ever. Tokens of assistants are looked for in public repositories, and are found there.",
    remedy:
      "Read the secrets from variables, or add the file to `.gitignore`. If it was committed before, replace the secrets.",
    bad: `{ gateway: { mode: "local", auth: { mode: "password", password: "violet-otter-climbs-nine-hills" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "password", password: "violet-otter-climbs-nine-hills" } } }`,
    machine: {
      bad: {
        config: "~/work/bot/clawdbot.json",
        isCopy: true,
        files: [
          "drwxr-xr-x ~/work/bot/.git",
          "-rw-r--r-- ~/work/bot/clawdbot.json",
        ],
      },
      good: {
        config: "~/work/bot/clawdbot.json",
        isCopy: true,
        files: [
          "drwxr-xr-x ~/work/bot/.git",
          "-rw-r--r-- ~/work/bot/.gitignore",
          "-rw-r--r-- ~/work/bot/clawdbot.json",
        ],
        texts: { "~/work/bot/.gitignore": "clawdbot.json\n" },
      },
    },
    since: "next",
    calm: "It is silent where every secret comes from a variable, where the value is a published example, and where a `.gitignore`, `.git/info/exclude` or `~/.config/git/ignore` leaves the file out. It does not know `core.excludesFile`.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look for work trees.",
    },
  },
  *check(config) {
    const { machine } = config.situation;
    if (machine === undefined) return;
    const tree = workTreeOf(machine);
    if (tree === undefined || tree.isIgnored) return;
    for (const secret of clearTextSecrets(config.resolved.root)) {
      // What an included file holds may be left out of Git although the root is not.
      if (secret.origin !== config.resolved.file) continue;
      if (isPublishedExample(String(secret.value))) continue;
      yield {
        at: secret,
        message: `${pathText(secret.path)} is written out, and Git does not leave this file out of ${shortPath(tree.root, machine.place.home)}: the next commit may carry it away`,
      };
      return;
    }
  },
});
