import type { ConfigView, Lookup } from "../../config/config-view.ts";
import { isVariableName } from "../../config/env-references.ts";
import type { SettingFix } from "../../config/fix.ts";
import { secretRowAt } from "../../config/secret-values.ts";
import type { WatchPattern } from "../../config/watch-patterns.ts";
import {
  providerVariables,
  shellVariables,
} from "../../dialects/clawdbot/secret-settings.ts";
import type { JSONPath } from "../../json5/nodes.ts";

/** What `moveToEnvironment` reads. */
export const movePatterns = [
  "env.shellEnv.enabled",
] as const satisfies readonly WatchPattern[];

const asWord = (key: string | number): string =>
  String(key)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");

/** A variable named after the keys, in the spelling that the program knows. */
export function variableNamed(...keys: readonly (string | number)[]): string {
  const name = keys.map(asWord).filter(Boolean).join("_");
  return /^[A-Z]/.test(name) ? name : `CLAWDBOT_${name}`;
}

/** The variable that the file's `env` block sets at a path (config/env-vars.js); undefined anywhere else. */
function variableOfBlock(path: JSONPath): string | undefined {
  const [env, vars] = path;
  const name = path.at(-1);
  const isEntry =
    env === "env" &&
    (path.length === 2 || (path.length === 3 && vars === "vars"));
  return isEntry && typeof name === "string" && isVariableName(name)
    ? name
    : undefined;
}

/** The variable that a secret is moved to: the program's own where it has one, else named after the setting. */
export function variableFor(path: JSONPath, shell: Lookup): string {
  const row = secretRowAt(path);
  const own =
    variableOfBlock(path) ??
    (row === undefined ? undefined : named(row.setting, row.variable, path));
  const asksShell =
    shell.state !== "absent" &&
    !(shell.state === "set" && shell.value === false);
  // One of these in `.env` would keep the program from asking the login shell for the others.
  const isTaken =
    own !== undefined && asksShell && shellVariables.includes(own);
  return own === undefined || isTaken
    ? variableNamed(
        "CLAWDBOT",
        ...path.filter((key) => typeof key === "string"),
      )
    : own;
}

/** A row's variable with the keys that its setting's stars met. */
function named(setting: string, variable: string, path: JSONPath): string {
  const met = setting
    .replaceAll("[]", ".[]")
    .split(".")
    .flatMap((key, depth) => (key === "*" ? [path[depth] ?? ""] : []));
  const [provider] = met;
  const known =
    setting === "models.providers.*.apiKey" &&
    typeof provider === "string" &&
    Object.hasOwn(providerVariables, provider)
      ? providerVariables[provider]
      : undefined;
  if (known !== undefined) return known;
  const words = variable.split("*");
  const text = words
    .map(
      (word, index) =>
        word + (index < words.length - 1 ? asWord(met[index] ?? "") : ""),
    )
    .join("");
  return variableNamed(text);
}

/** Where the secret lies in its text, if it is not all of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Moves a secret to the `.env` file and refers to it from where it stood; what the file's `env` block sets leaves it
 * altogether, as the program reads `.env` for the same purpose, and earlier.
 */
export function moveToEnvironment(
  config: ConfigView,
  lookup: Extract<Lookup, { state: "set" }>,
  stretch?: Stretch,
): SettingFix {
  const { path } = lookup;
  const text = String(lookup.value);
  const variable = variableFor(path, config.at("env.shellEnv.enabled"));
  const isOwnVariable = path[0] === "env" && path.at(-1) === variable;
  const reference = `\${${variable}}`;
  // Text around a reference has a syntax of its own, in which a dollar would need care.
  const value =
    stretch === undefined || text.includes("$")
      ? reference
      : text.slice(0, stretch.start) + reference + text.slice(stretch.end);
  return {
    title: `Move it to .env as ${variable}`,
    safety: "review",
    introduces: [variable],
    keeps: [{ path, variable }],
    changes: [
      isOwnVariable ? { op: "remove", path } : { op: "set", path, value },
    ],
  };
}

/** What pages about moved secrets have to say (config/io.js, writeConfigFile: it writes what it loaded). */
export const expandedAgain =
  "Do not let Clawdbot rewrite the file afterwards: `doctor --fix`, `security audit --fix` and the wizard put the value of every `${NAME}` back in clear text, and keep a copy of the old file.";
