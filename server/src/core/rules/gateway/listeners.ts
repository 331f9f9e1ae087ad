import { isRemote } from "../../access/whereabouts.ts";
import {
  ownVariablePatterns,
  ownVariableState,
} from "../../access/own-variables.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { WatchPattern } from "../../config/watch-patterns.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { parseHttpAddress } from "../../text/http-address.ts";

/** Something that listens on a port of this computer. */
export interface Listener {
  readonly name: string;
  readonly port: number;
  readonly lookup: Lookup;
  /** The setting to change for another port. */
  readonly path: JSONPath;
}

export const listenerPatterns = [
  ...ownVariablePatterns,
  "gateway.port",
  "browser.enabled",
  "browser.controlUrl",
  "browser.profiles.*.cdpPort",
  "channels.msteams.enabled",
  "channels.msteams.webhook.port",
  "channels.nextcloud-talk.enabled",
  "channels.nextcloud-talk.webhookPort",
  "hooks.gmail.serve.port",
] as const satisfies readonly WatchPattern[];

/** Listeners whose port is written by itself (extensions/msteams, extensions/nextcloud-talk, hooks/gmail.js). */
const ownPorts = [
  [
    "channels.msteams.webhook.port",
    "channels.msteams.enabled",
    "the Microsoft Teams webhook",
  ],
  [
    "channels.nextcloud-talk.webhookPort",
    "channels.nextcloud-talk.enabled",
    "the Nextcloud Talk webhook",
  ],
  ["hooks.gmail.serve.port", undefined, "the Gmail watcher"],
] as const;

const numberAt = (lookup: Lookup): number | undefined =>
  lookup.state === "set" && typeof lookup.value === "number"
    ? lookup.value
    : undefined;

/** Where browser control listens; undefined when it is off, elsewhere, or a variable decides (browser/config.js). */
function browserControl(
  config: ConfigView,
  gatewayPort: number,
): Listener | undefined {
  if (is(config.at("browser.enabled"), false)) return undefined;
  const url = config.at("browser.controlUrl");
  const common = {
    name: "browser control",
    lookup: url,
    path: ["browser", "controlUrl"],
  };
  if (url.state === "absent") {
    // Two above the gateway's, or the usual one where there is no such port (config/port-defaults.js).
    const derived = gatewayPort + 2;
    return { ...common, port: derived <= 65535 ? derived : 18791 };
  }
  if (url.state !== "set" || typeof url.value !== "string") return undefined;
  const address = parseHttpAddress(url.value);
  return typeof address === "string" || isRemote(address)
    ? undefined
    : { ...common, port: address.port };
}

/** Everything of this file that listens here and whose port is known; the gateway first. */
export function listeners(config: ConfigView): readonly Listener[] {
  const gateway = config.at("gateway.port");
  const gatewayPort =
    gateway.state === "absent" ? defaults.gatewayPort : numberAt(gateway);
  // A variable comes before the file, and another port moves those that are counted from it.
  if (
    gatewayPort === undefined ||
    ownVariableState(config, ownVariables.gatewayPort) === "set"
  )
    return [];
  const control = browserControl(config, gatewayPort);
  const profiles = config
    .entries(["browser", "profiles"])
    .flatMap(({ key }) => {
      const lookup = config.at(["browser", "profiles", key, "cdpPort"]);
      const port = numberAt(lookup);
      return port === undefined
        ? []
        : [
            {
              name: `the browser profile ${key}`,
              port,
              lookup,
              path: lookup.path,
            },
          ];
    });
  const others = ownPorts.flatMap(([path, enabled, name]) => {
    const lookup = config.at(path);
    const port = numberAt(lookup);
    const isOff = enabled !== undefined && is(config.at(enabled), false);
    return port === undefined || isOff
      ? []
      : [{ name, port, lookup, path: path.split(".") }];
  });
  return [
    {
      name: "the gateway",
      port: gatewayPort,
      lookup: gateway,
      path: ["gateway", "port"],
    },
    ...(control === undefined ? [] : [control]),
    ...(control === undefined ? [] : profiles),
    ...others,
  ];
}

/** A port for a browser that nothing in the list has, from where the release itself would begin (config/port-defaults.js). */
export function freePort(all: readonly Listener[]): number {
  const taken = new Set(all.map(({ port }) => port));
  const [gateway] = all;
  const start = (gateway?.port ?? defaults.gatewayPort) + 11;
  let port = start + all.length <= 65535 ? start : 18800;
  while (taken.has(port)) port += 1;
  return port;
}
