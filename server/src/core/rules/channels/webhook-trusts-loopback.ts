import { accountPatterns, accountsOf } from "../../access/accounts.ts";
import { is, type Lookup } from "../../config/config-view.ts";
import { defineRule, type MaybeFixableFinding } from "../rule.ts";

/** What reaches the gateway from this machine in the name of others. */
const loopbackAddresses = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

export const channelsWebhookTrustsLoopback = defineRule({
  code: "channels.webhook_trusts_loopback",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...accountPatterns,
    "channels.bluebubbles.serverUrl",
    "channels.bluebubbles.accounts.*.serverUrl",
    "gateway.tailscale.mode",
    "gateway.trustedProxies[]",
  ],
  fixable: "sometimes",
  docs: {
    summary:
      "BlueBubbles' messages are taken from anybody who comes through the proxy",
    why: "BlueBubbles proves itself with its password, but the plugin asks for none when a call comes from the gateway's own machine. Behind Tailscale Serve or Funnel, or a proxy on that machine, every call does. So whoever reaches the proxy can write in the name of any person, you included.",
    remedy:
      "Let BlueBubbles reach the gateway directly, or have the proxy turn away `/bluebubbles-webhook`.",
    bad: `{
  gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tailscale: { mode: "serve" } },
  channels: { bluebubbles: { serverUrl: "http://127.0.0.1:1234", password: "\${BLUEBUBBLES_PASSWORD}", allowFrom: ["+4915112345678"] } },
}`,
    good: `{
  gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } },
  channels: { bluebubbles: { serverUrl: "http://127.0.0.1:1234", password: "\${BLUEBUBBLES_PASSWORD}", allowFrom: ["+4915112345678"] } },
}`,
    since: "next",
    calm: "It needs a BlueBubbles server in the file, and Tailscale Serve or Funnel, or a trusted proxy at a loopback address. With Funnel, which is open to the internet, it is an error. A proxy that lets only other paths through is not in the file.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at webhooks of channels.",
    },
  },
  *check(config) {
    const channel = ["channels", "bluebubbles"];
    if (config.at(channel).state !== "group") return;
    const server = accountsOf(config, "bluebubbles")
      .filter(({ enabled }) => enabled)
      .map(({ path }) => {
        const own = config.at([...path, "serverUrl"]);
        return own.state === "absent"
          ? config.at([...channel, "serverUrl"])
          : own;
      })
      .find((url) => url.state !== "absent" && !is(url, ""));
    if (server === undefined) return;
    const about = (
      at: Lookup,
      who: string,
    ): Pick<MaybeFixableFinding, "at" | "message" | "related"> => ({
      at,
      message: `Behind this, BlueBubbles' webhook asks for no password: ${who} can forge messages`,
      related: [
        { at: server, message: "The webhook is there for this server" },
      ],
    });
    const tailscale = config.at("gateway.tailscale.mode");
    const isFunnel = is(tailscale, "funnel");
    if (isFunnel || is(tailscale, "serve")) {
      yield {
        ...about(
          tailscale,
          isFunnel ? "anybody on the internet" : "anybody in your tailnet",
        ),
        ...(isFunnel
          ? { severity: { recommended: "error", strict: "error" } }
          : {}),
        fixes: [
          {
            title: "Do not publish the gateway over Tailscale",
            safety: "review",
            asks: "You will no longer reach the gateway over Tailscale.",
            changes: [{ op: "set", path: tailscale.path, value: "off" }],
          },
        ],
      };
    }
    const proxy = config
      .items("gateway.trustedProxies")
      .find(
        ({ lookup }) =>
          lookup.state === "set" &&
          loopbackAddresses.has(String(lookup.value).trim().toLowerCase()),
      );
    if (proxy === undefined) return;
    yield {
      ...about(proxy.lookup, "whoever reaches the proxy"),
      fixes: [],
    };
  },
});
