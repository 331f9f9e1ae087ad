import { shortPath } from "../../config/file-names.ts";
import {
  iCloudFolder,
  syncedFolderWords,
} from "../../dialects/clawdbot/state-files.ts";
import { defineRule } from "../rule.ts";

/** Whether a path tells of a folder that is copied to other devices; the words may stand anywhere in it, as in the audit. */
const isSynced = (path: string): boolean =>
  [...syncedFolderWords, iCloudFolder].some((word) =>
    path.toLowerCase().includes(word),
  );

export const fsSyncedDir = defineRule({
  code: "fs.synced_dir",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["**"],
  fixable: "never",
  whyNoFix: "Moving a state folder needs the gateway to be stopped first.",
  docs: {
    summary: "The state folder or the config is copied to other devices",
    why: "Tokens, sign-ins and conversations end up on every device of the account and at the provider. A file that changes on two devices also gets lost.",
    remedy:
      "Stop the gateway, move the folder to a local disk, and set `CLAWDBOT_STATE_DIR` to it.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        config: "~/Dropbox/clawdbot/clawdbot.json",
        files: [
          "drwx------ ~/Dropbox/clawdbot",
          "-rw------- ~/Dropbox/clawdbot/clawdbot.json",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
        ],
      },
    },
    since: "next",
    calm: "It goes by the names of iCloud, Dropbox, Google Drive and OneDrive in the path, and speaks only about a config that a Clawdbot on this machine loads. A folder that is merely called so is reported too.",
    upstream: { relation: "stricter", checkId: "fs.synced_dir" },
  },
  *check(config) {
    const place = config.situation.machine?.place;
    if (place?.loaded === undefined) return;
    const paths = [
      place.stateFolder,
      place.loaded.configFile,
      ...(place.realFile === undefined ? [] : [place.realFile]),
    ];
    const synced = paths.find(isSynced);
    if (synced === undefined) return;
    yield {
      at: config.at([]),
      message: `${shortPath(synced, place.home)} looks like a folder that is copied to other devices, with every token and conversation in it`,
    };
  },
});
