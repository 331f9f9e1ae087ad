import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inlined, parseNamed, parseSchema } from "./schema/json-schema.ts";
import { settingPatterns } from "./schema/setting-patterns.ts";

/** Where the generated union lies, from the root of the repository. */
export const configPathsFile =
  "server/src/core/config/config-paths.generated.ts";

/** Keys that a rule may watch on every channel, known or not: a plugin may bring a channel nobody has a schema for. */
const keysOfAnyChannel = [
  "enabled",
  "dmPolicy",
  "allowFrom",
  "allowFrom[]",
  "groupPolicy",
  "groupAllowFrom",
  "groupAllowFrom[]",
].concat([
  "dm",
  "dm.policy",
  "dm.allowFrom",
  "dm.allowFrom[]",
  "dm.enabled",
  "requireMention",
  "configWrites",
]);

/** The patterns of every setting: of the release's schema, of its plugin channels, and of channels in general. */
export async function allSettingPatterns(
  root: string,
): Promise<readonly string[]> {
  const read = (name: string): Promise<string> =>
    readFile(join(root, "schemas", name), "utf8");
  const core = settingPatterns(
    inlined(parseSchema(await read("clawdbot.validation.json"))),
  );
  const channels = parseNamed(await read("plugin-channels.json"), (schema) =>
    settingPatterns(inlined(schema)),
  );
  const ofPlugins = [...channels].flatMap(([id, patterns]) =>
    [`channels.${id}`].concat(patterns.map((key) => `channels.${id}.${key}`)),
  );
  const general = ["channels.*", "channels.*.accounts.*"].flatMap((channel) => [
    channel,
    ...keysOfAnyChannel.map((key) => `${channel}.${key}`),
  ]);
  return [
    ...new Set([...core, ...ofPlugins, ...general, "channels.*.accounts"]),
  ].sort();
}

/** The text of the generated module. */
export async function configPathsText(root: string): Promise<string> {
  const patterns = await allSettingPatterns(root);
  return `${[
    "// Generated from schemas/ by `npm run generate`; do not edit.",
    "",
    "/** Every setting: dotted keys, `*` any one key, `[]` any index. */",
    "export type SettingPattern =",
    ...patterns.map(
      (pattern, index) =>
        `  | ${JSON.stringify(pattern)}${index === patterns.length - 1 ? ";" : ""}`,
    ),
  ].join("\n")}\n`;
}
