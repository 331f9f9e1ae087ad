import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const gatewayRemoteWithoutUrl = defineRule({
  code: "gateway.remote_without_url",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["gateway.mode", "gateway.remote.url"],
  fixable: "always",
  docs: {
    summary: "A gateway elsewhere is to be used, and nothing says where it is",
    why: 'With `gateway.mode: "remote"` and no `gateway.remote.url` every command that calls the gateway ends with "gateway remote mode misconfigured: gateway.remote.url missing".',
    remedy:
      'Set `gateway.remote.url`, or `gateway.mode` to "local" if the gateway runs on this computer.',
    bad: `{ gateway: { mode: "remote" } }`,
    good: `{ gateway: { mode: "remote", remote: { url: "wss://bot.example.net" } } }`,
    since: "next",
    calm: "It needs the written mode, and no address or a blank one.",
    upstream: {
      relation: "ours",
      reason: "The audit does not ask whether the settings are of use.",
    },
  },
  *check(config) {
    const mode = config.at("gateway.mode");
    if (!is(mode, "remote")) return;
    const url = config.at("gateway.remote.url");
    const isBlank =
      url.state === "set" &&
      typeof url.value === "string" &&
      url.value.trim() === "";
    if (url.state !== "absent" && !isBlank) return;
    yield {
      at: url,
      place: url.state === "absent" ? mode : url,
      message: `gateway.mode is "remote", but gateway.remote.url is ${isBlank ? "blank" : "not set"}, so every command that calls the gateway fails`,
      fixes: [
        {
          title: "Run the gateway on this computer",
          safety: "review",
          changes: [{ op: "set", path: ["gateway", "mode"], value: "local" }],
        },
      ],
    };
  },
});
