import { isRemote } from "../../access/whereabouts.ts";
import {
  ownVariableState,
  ownVariablePatterns,
} from "../../access/own-variables.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { parseHttpAddress } from "../../text/http-address.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

/** Something that listens on a port of this computer. */
interface Listener {
  readonly name: string;
  readonly port: number;
  readonly lookup: Lookup;
  /** The setting to change for another port. */
  readonly path: JSONPath;
}

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

function listeners(config: ConfigView): readonly Listener[] {
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
function freePort(all: readonly Listener[]): number {
  const taken = new Set(all.map(({ port }) => port));
  const [gateway] = all;
  const start = (gateway?.port ?? defaults.gatewayPort) + 11;
  let port = start + all.length <= 65535 ? start : 18800;
  while (taken.has(port)) port += 1;
  return port;
}

export const gatewayPortClash = defineRule({
  code: "gateway.port_clash",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...ownVariablePatterns,
    ...gatewayModePatterns,
    "gateway.port",
    "browser.enabled",
    "browser.controlUrl",
    "browser.profiles.*.cdpPort",
    "channels.msteams.enabled",
    "channels.msteams.webhook.port",
    "channels.nextcloud-talk.enabled",
    "channels.nextcloud-talk.webhookPort",
    "hooks.gmail.serve.port",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Two parts of Clawdbot want the same port",
    why: "Only the first one gets it. The gateway starts first, so browser control, a browser or a channel's webhook stays away, and the log has one line about it.",
    remedy:
      "Give each a port of its own. Browser control is two above the gateway's port, the extension's relay three, browsers begin eleven above it.",
    bad: `{ gateway: { mode: "local", port: 18791, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, browser: { controlUrl: "http://127.0.0.1:18791" } }`,
    good: `{ gateway: { mode: "local", port: 18791, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "One of the two ports has to be written in the file, and both have to be known. Two browser profiles may share a browser.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at ports.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const all = listeners(config);
    const first = new Map<number, Listener>();
    for (const listener of all) {
      const before = first.get(listener.port);
      if (before === undefined) {
        first.set(listener.port, listener);
        continue;
      }
      const isProfile = listener.path[1] === "profiles";
      if (isProfile && before.path[1] === "profiles") continue;
      // One that is counted from the gateway's port is not written anywhere: the other one has to move.
      const [at, other] =
        listener.lookup.state === "absent"
          ? [before, listener]
          : [listener, before];
      if (at.lookup.state === "absent") continue;
      const fix: Fix | undefined =
        at.path[1] === "controlUrl"
          ? {
              title: "Count it from the gateway's port",
              safety: "review",
              preferred: true,
              changes: [{ op: "remove", path: at.path }],
            }
          : isProfile
            ? {
                title: `Use port ${freePort(all)}`,
                safety: "review",
                preferred: true,
                changes: [{ op: "set", path: at.path, value: freePort(all) }],
              }
            : undefined;
      yield {
        at: at.lookup,
        message: `Port ${listener.port} is wanted by ${before.name} and by ${listener.name}; only the first gets it`,
        related:
          other.lookup.state === "absent"
            ? []
            : [
                {
                  at: other.lookup,
                  message: `${other.name[0]?.toUpperCase() ?? ""}${other.name.slice(1)} wants it too`,
                },
              ],
        fixes: fix === undefined ? [] : [fix],
      };
    }
  },
});
