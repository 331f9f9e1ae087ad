import { accountPatterns, accountsOf } from "../../access/accounts.ts";
import { isRemote } from "../../access/browser-control.ts";
import type { Lookup } from "../../config/config-view.ts";
import { channelRow } from "../../dialects/clawdbot/channels.ts";
import { isPrivateHost } from "../../text/private-host.ts";
import { parseHttpAddress } from "../../text/http-address.ts";
import { defineRule, pathText } from "../rule.ts";

/** Where a channel keeps the address it sends secrets and messages to. */
const servers = [
  { channel: "bluebubbles", key: "serverUrl" },
  { channel: "mattermost", key: "baseUrl" },
  { channel: "nextcloud-talk", key: "baseUrl" },
  { channel: "matrix", key: "homeserver" },
  { channel: "tlon", key: "url" },
  { channel: "signal", key: "httpUrl" },
] as const;

export const channelsCleartextServer = defineRule({
  code: "channels.cleartext_server",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...accountPatterns,
    "channels.bluebubbles.serverUrl",
    "channels.bluebubbles.accounts.*.serverUrl",
    "channels.mattermost.baseUrl",
    "channels.mattermost.accounts.*.baseUrl",
    "channels.nextcloud-talk.baseUrl",
    "channels.nextcloud-talk.accounts.*.baseUrl",
    "channels.matrix.homeserver",
    "channels.tlon.url",
    "channels.tlon.accounts.*.url",
    "channels.signal.httpUrl",
    "channels.signal.accounts.*.httpUrl",
  ],
  fixable: "always",
  docs: {
    summary: "Messages and passwords travel in clear text",
    why: "Over `http` everybody on the way reads the messages and the password or token that goes with every call, and can answer in the server's name.",
    remedy:
      "Use `https`, or reach the server through a tunnel on this machine.",
    bad: `{
  gateway: { mode: "local" },
  channels: { mattermost: { botToken: "\${MATTERMOST_BOT_TOKEN}", baseUrl: "http://chat.example.net" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { mattermost: { botToken: "\${MATTERMOST_BOT_TOKEN}", baseUrl: "https://chat.example.net" } },
}`,
    since: "next",
    calm: "It needs an `http` address of another machine, on an account that is switched on. In a private network, where BlueBubbles mostly stands, the recommended profile is silent.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at browser control alone.",
    },
  },
  *check(config) {
    for (const { channel, key } of servers) {
      const block = ["channels", channel];
      if (config.at(block).state !== "group") continue;
      const told = new Map<string, Lookup>();
      for (const { path, enabled } of accountsOf(config, channel)) {
        if (!enabled) continue;
        const own = config.at([...path, key]);
        const url = own.state === "absent" ? config.at([...block, key]) : own;
        told.set(pathText(url.path), url);
      }
      for (const url of told.values()) {
        if (url.state !== "set" || typeof url.value !== "string") continue;
        const address = parseHttpAddress(url.value);
        if (typeof address === "string" || address.secure) continue;
        if (!isRemote(address)) continue;
        const isNear = isPrivateHost(address.host);
        yield {
          at: url,
          message: `${channelRow(channel)?.label ?? channel} is reached over http: what is sent to ${address.host} can be read on the way`,
          ...(isNear ? { severity: { strict: "info" }, onlyStrict: true } : {}),
          fixes: [
            {
              title: "Use HTTPS",
              safety: "review",
              preferred: true,
              asks: "The channel falls silent if the server does not speak https.",
              changes: [
                {
                  op: "set",
                  path: url.path,
                  value: url.value.replace(/^(\s*)http:/i, "$1https:"),
                },
              ],
            },
          ],
        };
      }
    }
  },
});
