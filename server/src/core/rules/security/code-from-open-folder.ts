import { isOpenToOthers, isSynced } from "../../access/host-folders.ts";
import type { SettingPattern } from "../../config/config-paths.generated.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import { knownText } from "../../config/known-text.ts";
import { settingsAt } from "../../config/settings-at.ts";
import { defineRule } from "../rule.ts";

/** A setting that names code the gateway runs, or texts that agents take for their own instructions. */
interface Source {
  readonly pattern: SettingPattern;
  readonly what: string;
  /** Whether no code is run: many people share their notes between machines. */
  readonly isText?: true;
  /** Whether it counts at all. */
  readonly isOn?: (config: ConfigView) => boolean;
}

const withHooks = (config: ConfigView): boolean =>
  is(config.at("hooks.enabled"), true);
const withInternalHooks = (config: ConfigView): boolean =>
  is(config.at("hooks.internal.enabled"), true);
const withPlugins = (config: ConfigView): boolean =>
  !is(config.at("plugins.enabled"), false);

const sources = [
  { pattern: "plugins.load.paths[]", what: "plugins", isOn: withPlugins },
  { pattern: "skills.load.extraDirs[]", what: "skills" },
  {
    pattern: "hooks.transformsDir",
    what: "code for webhooks",
    isOn: withHooks,
  },
  {
    pattern: "hooks.mappings[].transform.module",
    what: "code for webhooks",
    isOn: withHooks,
  },
  {
    pattern: "hooks.internal.handlers[].module",
    what: "hooks",
    isOn: withInternalHooks,
  },
  {
    pattern: "hooks.internal.load.extraDirs[]",
    what: "hooks",
    isOn: withInternalHooks,
  },
  {
    pattern: "agents.defaults.workspace",
    what: "an agent's instructions",
    isText: true,
  },
  {
    pattern: "agents.list[].workspace",
    what: "an agent's instructions",
    isText: true,
  },
  {
    pattern: "agents.defaults.memorySearch.store.vector.extensionPath",
    what: "a native library",
  },
  {
    pattern: "agents.list[].memorySearch.store.vector.extensionPath",
    what: "a native library",
  },
  {
    pattern: "agents.defaults.cliBackends.*.command",
    what: "a model's program",
  },
  { pattern: "browser.executablePath", what: "the browser" },
  { pattern: "tools.exec.pathPrepend[]", what: "every command" },
] as const satisfies readonly Source[];

export const securityCodeFromOpenFolder = defineRule({
  code: "security.code_from_open_folder",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    "hooks.enabled",
    "hooks.internal.enabled",
    "plugins.enabled",
    ...sources.map(({ pattern }) => pattern),
  ],
  fixable: "never",
  whyNoFix: "The folder has to be moved first.",
  docs: {
    summary: "The gateway takes code from a folder that others can write to",
    why: "Every program and user of the computer may put files into `/tmp`. What the gateway loads from there runs with its tokens, or stands in an agent's prompt as its own instructions. A folder that a cloud service copies is written by every machine and every person it is shared with.",
    remedy:
      "Keep such folders below `~/.clawdbot` or in your home folder, writable by yourself alone.",
    bad: `{ gateway: { mode: "local" }, skills: { load: { extraDirs: ["/tmp/skills"] } } }`,
    good: `{ gateway: { mode: "local" }, skills: { load: { extraDirs: ["~/skills"] } } }`,
    since: "next",
    calm: "It knows the system's folders for temporary files, which is an error, and the names of four cloud services, which is a warning, or an info for an agent's own workspace. Any other folder is yours to judge.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at the modes of its own files and folders only.",
    },
  },
  *check(config) {
    for (const source of sources as readonly Source[]) {
      const { pattern, what, isText, isOn } = source;
      const found = settingsAt(config, pattern);
      if (found.length === 0 || isOn?.(config) === false) continue;
      for (const lookup of found) {
        const path = knownText(lookup) ?? "";
        const isOpen = isOpenToOthers(path);
        if (!isOpen && !isSynced(path)) continue;
        yield {
          at: lookup,
          message: isOpen
            ? `The gateway takes ${what} from a folder into which everybody on this computer may write`
            : `The gateway takes ${what} from a folder that a cloud service copies from other machines`,
          ...(isOpen
            ? {}
            : {
                severity: {
                  recommended: isText ? "info" : "warning",
                  strict: "warning",
                } as const,
              }),
        };
      }
    }
  },
});
