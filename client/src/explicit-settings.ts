import { Uri, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";

type Middleware = NonNullable<LanguageClientOptions["middleware"]>;

/**
 * Tells the server of our settings only those that somebody has set, the dotted ones under their dotted names. The defaults that
 * VS Code would add are not the user's word, and must not win over what the team wrote into `.clawdbot-lint.json`.
 */
export function tellExplicitSettings(
  context: ExtensionContext,
): NonNullable<Middleware["workspace"]> {
  const names = settingNames(context.extension.packageJSON);
  return {
    configuration: async (params, token, next) => {
      const answers = await next(params, token);
      if (!Array.isArray(answers)) return answers;
      return params.items.map(({ section, scopeUri }, index): unknown =>
        section === "clawdbot"
          ? explicitSettings(names, scopeUri)
          : answers[index],
      );
    },
  };
}

/** Where somebody can set a setting. */
const levels = [
  "globalValue",
  "workspaceValue",
  "workspaceFolderValue",
  "globalLanguageValue",
  "workspaceLanguageValue",
  "workspaceFolderLanguageValue",
] as const;

function explicitSettings(
  names: readonly string[],
  scope: string | undefined,
): Readonly<Record<string, unknown>> {
  const configuration = workspace.getConfiguration(
    "clawdbot",
    scope === undefined ? undefined : Uri.parse(scope),
  );
  const settings: Record<string, unknown> = {};
  for (const name of names) {
    const set = configuration.inspect<unknown>(name);
    // What is in force, and not what one level says: some settings of a folder that nobody trusts are passed over.
    if (levels.some((level) => set?.[level] !== undefined))
      settings[name] = plain(configuration.get<unknown>(name));
  }
  return settings;
}

/** VS Code gives objects behind a proxy, which cannot be posted to the worker that the server is in a browser. */
const plain = (value: unknown): unknown =>
  typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;

/** The names of our settings without their prefix, from our own package.json. */
function settingNames(manifest: unknown): readonly string[] {
  const contributes = member(manifest, "contributes");
  const properties = member(member(contributes, "configuration"), "properties");
  return Object.keys(isRecord(properties) ? properties : {})
    .filter((name) => name.startsWith("clawdbot."))
    .map((name) => name.slice("clawdbot.".length));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const member = (value: unknown, key: string): unknown =>
  isRecord(value) ? value[key] : undefined;
