import { whereabouts } from "../../access/whereabouts.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { shown, textOf } from "../config/refused.ts";
import { isGiven } from "../secrets/is-given.ts";
import { defineRule } from "../rule.ts";
import { remoteUrl, type RemoteUrl } from "./remote-url.ts";

interface Fault {
  readonly message: string;
  /** The address that was probably meant. */
  readonly meant: string | undefined;
}

/** The scheme that "host:port" without one should get: encrypted, unless it is this computer's. */
function withScheme(text: string): string | undefined {
  const bare = text.replace(/^\/\//, "");
  if (
    !/^[\w.-]+(?::\d+)?(?:\/[^\s#]*)?$|^\[[0-9a-f:.]+\](?::\d+)?$/i.test(bare)
  )
    return undefined;
  const isLocal = /^(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)/i.test(bare);
  return `${isLocal ? "ws" : "wss"}://${bare}`;
}

/** Why a client cannot use the address as it stands (gateway/client.js, commands/gateway-status/helpers.js). */
function faultOf(config: ConfigView, url: RemoteUrl): Fault | undefined {
  const { text, scheme, address } = url;
  const isWebSocket = scheme === "ws" || scheme === "wss";
  if (scheme === undefined)
    return {
      message:
        "has no scheme, so no connection can be opened to it: it wants ws:// or wss://",
      meant: withScheme(text),
    };
  if (scheme === "http" || scheme === "https")
    return {
      message:
        "is an HTTP address: gateway status passes over it, and the macOS app wants ws:// or wss://",
      meant: text.replace(/^http/i, "ws"),
    };
  if (!isWebSocket)
    return {
      message: `begins with ${scheme}://, which no client of the gateway can open: it wants ws:// or wss://`,
      meant: undefined,
    };
  if (address === undefined)
    return {
      message: "is no address that a connection can be opened to",
      meant: undefined,
    };
  if (text.includes("#"))
    return {
      message: 'has a "#" in it, with which no connection is opened',
      meant: text.replace(/#.*$/s, ""),
    };
  const fingerprint = config.at("gateway.remote.tlsFingerprint");
  const isPinned = isGiven(fingerprint);
  if (isPinned && !text.startsWith("wss://"))
    return {
      message:
        "does not begin with wss://, and with gateway.remote.tlsFingerprint beside it no connection is opened",
      meant: text.replace(/^wss?:/i, "wss:"),
    };
  return undefined;
}

export const gatewayRemoteUrlInvalid = defineRule({
  code: "gateway.remote_url_invalid",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "gateway.mode",
    "gateway.remote.url",
    "gateway.remote.tlsFingerprint",
  ],
  fixable: "sometimes",
  docs: {
    summary: "The address of the gateway elsewhere cannot be used",
    why: "Clawdbot accepts any text as `gateway.remote.url` and fails only when a command calls the gateway.",
    remedy:
      "Write a WebSocket address, such as `wss://host.example.ts.net` or `ws://127.0.0.1:18789` for an SSH tunnel.",
    bad: `{ gateway: { mode: "remote", remote: { url: "https://bot.example.net" } } }`,
    good: `{ gateway: { mode: "remote", remote: { url: "wss://bot.example.net" } } }`,
    since: "next",
    calm: "A text with a variable in it is left alone. In a file of mode local it belongs to the strict profile.",
    upstream: {
      relation: "ours",
      reason: "The audit calls the address and does not judge it.",
    },
  },
  *check(config) {
    const url = remoteUrl(config);
    if (url === undefined) return;
    const fault = faultOf(config, url);
    if (fault === undefined) return;
    const text = textOf(url.lookup);
    const fix = (meant: string): Fix => ({
      title: `Write ${meant}`,
      safety: "review",
      preferred: true,
      ...(url.address !== undefined && whereabouts(url.address) === "computer"
        ? {}
        : { asks: "Make sure that the gateway answers at this address." }),
      changes: [
        { op: "set", path: ["gateway", "remote", "url"], value: meant },
      ],
    });
    yield {
      at: url.lookup,
      onlyStrict: !is(config.at("gateway.mode"), "remote"),
      // An address may have a password in it.
      message: `gateway.remote.url ${text === undefined || url.text.includes("@") ? "" : `${shown(text)} `}${fault.message}`,
      fixes: fault.meant === undefined ? [] : [fix(fault.meant)],
    };
  },
});
