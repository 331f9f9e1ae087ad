import {
  addressAt,
  nearnessOf,
  withHttps,
  type Nearness,
} from "../../access/addresses.ts";
import { settingsAt } from "../../config/settings-at.ts";
import { defineRule, pathText, type SeverityByProfile } from "../rule.ts";

const addresses = [
  "models.providers.*.baseUrl",
  "agents.defaults.memorySearch.remote.baseUrl",
  "agents.list[].memorySearch.remote.baseUrl",
  "tools.media.models[].baseUrl",
  "tools.media.image.baseUrl",
  "tools.media.image.models[].baseUrl",
  "tools.media.audio.baseUrl",
  "tools.media.audio.models[].baseUrl",
  "tools.media.video.baseUrl",
  "tools.media.video.models[].baseUrl",
  "tools.web.search.perplexity.baseUrl",
  "messages.tts.elevenlabs.baseUrl",
] as const;

const verdicts: Readonly<
  Record<
    Nearness,
    { readonly severity: SeverityByProfile; readonly whose: string } | undefined
  >
> = {
  here: undefined,
  tailnet: undefined,
  local: {
    severity: { recommended: "info", strict: "warning" },
    whose: "everybody on the same network",
  },
  away: {
    severity: { recommended: "warning", strict: "error" },
    whose: "everybody on the way",
  },
};

export const modelsCleartextEndpoint = defineRule({
  code: "models.cleartext_endpoint",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [...addresses],
  fixable: "sometimes",
  docs: {
    summary: "Prompts and keys go over plain HTTP",
    why: "What goes to a model is your conversation, your files and the provider's key. Over plain HTTP everybody on the way reads it, and may change the answer: what an agent is told to do comes from there.",
    remedy:
      "Use an `https://` address, or reach the machine through a tunnel such as SSH or Tailscale.",
    bad: `{
  gateway: { mode: "local" },
  models: { providers: { mine: { baseUrl: "http://models.example.com/v1", apiKey: "\${MINE_API_KEY}", models: [] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  models: { providers: { mine: { baseUrl: "https://models.example.com/v1", apiKey: "\${MINE_API_KEY}", models: [] } } },
}`,
    since: "next",
    calm: "It needs an http address whose host is written out. This computer and machines of a tailnet are no finding; the network at home is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the addresses of providers.",
    },
  },
  *check(config) {
    for (const pattern of addresses) {
      for (const lookup of settingsAt(config, pattern)) {
        const address = addressAt(lookup);
        if (address === undefined || address.secure) continue;
        const verdict = verdicts[nearnessOf(address)];
        if (verdict === undefined) continue;
        const https = withHttps(lookup);
        yield {
          at: lookup,
          message: `${pathText(lookup.path)} sends prompts and keys to ${address.host} in the clear, for ${verdict.whose} to read`,
          severity: verdict.severity,
          fixes:
            https === undefined
              ? []
              : [
                  {
                    title: "Use HTTPS",
                    safety: "review",
                    asks: "The other machine has to offer it.",
                    changes: [{ op: "set", path: lookup.path, value: https }],
                  },
                ],
        };
      }
    }
  },
});
