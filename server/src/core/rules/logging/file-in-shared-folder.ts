import { defineRule } from "../rule.ts";
import { whyShared } from "./shared-folders.ts";

export const loggingFileInSharedFolder = defineRule({
  code: "logging.file_in_shared_folder",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: ["logging.file"],
  fixable: "never",
  whyNoFix:
    "Only you know a folder of your own with room for logs, and the default lies in /tmp itself.",
  docs: {
    summary: "The log lies where others can read it",
    why: "The log has senders, messages and the names of files in it, and Clawdbot creates it with the usual rights, which as a rule let everybody read. In a folder for temporary files every user of the machine can open it; a synchronised folder carries it to other machines and to somebody's servers.",
    remedy:
      "Write it into a folder of your own, with the whole path: `~` is not put in here. `chmod 700` the folder.",
    bad: `{ gateway: { mode: "local" }, logging: { file: "/tmp/clawdbot.log" } }`,
    good: `{ gateway: { mode: "local" }, logging: { file: "/home/me/.clawdbot/logs/clawdbot.log" } }`,
    since: "next",
    calm: "It looks at a written path alone; the default, `/tmp/clawdbot`, is not held against anybody.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at the rights of the file, not at its place.",
    },
  },
  *check(config) {
    const file = config.at("logging.file");
    if (file.state !== "set" || typeof file.value !== "string") return;
    const why = whyShared(file.value);
    if (why === undefined) return;
    yield {
      at: file,
      message: `logging.file puts the log where others can read it: ${why}`,
    };
  },
});
