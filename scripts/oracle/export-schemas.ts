// Runs inside the release's own Node, started by scripts/oracle/ask-release.ts. Prints one JSON object.
import { leaveHome, loadChannelPlugins, loadRelease } from "./release.ts";

interface SchemaModule {
  readonly ClawdbotSchema: { toJSONSchema(options: object): object };
}
interface ManifestModule {
  readonly loadPluginManifestRegistry: (options: object) => {
    readonly plugins: readonly {
      readonly id: string;
      readonly origin: string;
      readonly channels: readonly string[];
      readonly kind?: string;
      readonly configSchema: object;
    }[];
  };
}

const print = console.log;
console.log = console.warn = console.error = (): void => undefined;
const home = leaveHome();
const { ClawdbotSchema } = await loadRelease<SchemaModule>(
  "config/zod-schema.js",
  ["ClawdbotSchema"],
);
const { loadPluginManifestRegistry } = await loadRelease<ManifestModule>(
  "plugins/manifest-registry.js",
  ["loadPluginManifestRegistry"],
);
const bundled = loadPluginManifestRegistry({
  config: {},
  workspaceDir: home,
}).plugins.filter(({ origin }) => origin === "bundled");
// The input side: what a person may write. The release's own export is the output side, which requires every default.
const validation = ClawdbotSchema.toJSONSchema({
  target: "draft-07",
  io: "input",
  unrepresentable: "any",
  reused: "ref",
});
const plugins = Object.fromEntries(
  bundled.map(({ id, channels, kind, configSchema }) => [
    id,
    { channels, kind, schema: configSchema },
  ]),
);
const inSchema = new Set(knownChannels(validation));
const others = (await loadChannelPlugins(home)).filter(
  ({ id }) => !inSchema.has(id),
);
const channels = Object.fromEntries(
  others.map(({ id, configSchema }) => [id, configSchema?.schema ?? {}]),
);
print(JSON.stringify({ validation, plugins, channels }));
process.exit(0);

/** The channels that the release's own schema describes. */
function knownChannels(schema: object): readonly string[] {
  const text = JSON.stringify(schema);
  return [
    "telegram",
    "discord",
    "slack",
    "signal",
    "imessage",
    "whatsapp",
    "msteams",
    "googlechat",
    "bluebubbles",
  ].filter((id) => text.includes(JSON.stringify(id)));
}
