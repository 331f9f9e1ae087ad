import type { Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { couldPass, plainText } from "../../config/possible-values.ts";
import { isRepeatable } from "../../config/without-secrets.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, type MaybeFixableFinding } from "../rule.ts";
import { alwaysError, beforeTheAudit, shown, textOf } from "./refused.ts";

/** The name without blanks and one slash (config/telegram-custom-commands.js). */
const withoutSlash = (command: string): string =>
  command.trim().replace(/^\//, "").trim();

/** The name as the program keeps it: it takes a slash off when it reads the file, and another one when it checks it. */
const normalized = (command: string): string =>
  withoutSlash(withoutSlash(command)).toLowerCase();

const isCommandName = (command: string): boolean =>
  /^[a-z0-9_]{1,32}$/.test(normalized(command));

/** A variable may complete a name, or stand for a blank or the slash in front of it. */
const samples = ["a", "/", " "];

/** The nearest name that Telegram allows; undefined when nothing is left of it, or when it would be made of a secret. */
function allowedName(command: string): string | undefined {
  if (!isRepeatable(command)) return undefined;
  const name = normalized(command)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9_]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 32);
  return name === "" ? undefined : name;
}

const setting = (path: JSONPath, value: string): Fix => ({
  title: `Change to ${JSON.stringify(value)}`,
  safety: "review",
  preferred: true,
  changes: [{ op: "set", path, value }],
});

function findingAt(
  command: Lookup,
  description: Lookup,
): MaybeFixableFinding | undefined {
  const name = textOf(command);
  if (name === undefined) return undefined;
  const plain = plainText(name);
  if (!couldPass(name, samples, isCommandName)) {
    const isEmpty = plain !== undefined && normalized(plain) === "";
    const better = plain === undefined ? undefined : allowedName(plain);
    return {
      at: command,
      message: isEmpty
        ? "A command for Telegram needs a name"
        : `${shown(name)} is no name that Telegram allows: up to 32 of a-z, 0-9 and _`,
      fixes: better === undefined ? [] : [setting(command.path, better)],
    };
  }
  const text = textOf(description);
  const isBlank = text !== undefined && plainText(text)?.trim() === "";
  if (!isBlank) return undefined;
  return {
    at: description,
    message: `The command ${shown(name)} needs a description, which Telegram shows in its menu`,
    fixes:
      plain === undefined
        ? []
        : [setting(description.path, normalized(plain).replaceAll("_", " "))],
  };
}

export const configTelegramCommand = defineRule({
  code: "config.telegram_command",
  effect: "refused",
  severity: alwaysError,
  watches: [
    "channels.telegram.customCommands[].command",
    "channels.telegram.customCommands[].description",
    "channels.telegram.accounts.*.customCommands[].command",
    "channels.telegram.accounts.*.customCommands[].description",
  ],
  fixable: "sometimes",
  docs: {
    summary: "A command that Telegram does not allow",
    why: "Telegram takes names of up to 32 small letters, digits and underscores, each with a description. Capitals, a slash in front and blanks around are put right by Clawdbot; for anything else it refuses the whole file.",
    remedy: "Rename the command, or write its description.",
    bad: `{ channels: { telegram: { customCommands: [{ command: "/back-up", description: "Back up" }] } } }`,
    good: `{ channels: { telegram: { customCommands: [{ command: "/back_up", description: "Back up" }] } } }`,
    since: "next",
    calm: "It tests names as the program does, and says nothing on commands that are there twice, which it accepts.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    const telegram = ["channels", "telegram"];
    const blocks = [
      telegram,
      ...config
        .entries([...telegram, "accounts"])
        .map(({ lookup }) => lookup.path),
    ];
    for (const block of blocks) {
      for (const { lookup } of config.items([...block, "customCommands"])) {
        const finding = findingAt(
          config.at([...lookup.path, "command"]),
          config.at([...lookup.path, "description"]),
        );
        if (finding !== undefined) yield finding;
      }
    }
  },
});
