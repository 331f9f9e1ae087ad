import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import {
  takesCalls,
  voiceCallNotAudited,
  voiceCallPatterns,
  voiceCallSettings as settings,
} from "./voice-call.ts";

export const pluginsVoiceCallUnverified = defineRule({
  code: "plugins.voice_call_unverified",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...voiceCallPatterns],
  fixable: "sometimes",
  docs: {
    summary: "Anybody can pretend to be the phone company",
    why: "Calls reach the plugin as webhooks that the phone company signs. Unsigned ones let anybody on the internet make up a call from a number you trust and say anything in it, and the agent, with its tools, answers. For Twilio the usual settings are enough: for the sake of ngrok's free tier this release accepts any signature when the address, the query included, or a forwarding header mentions `.ngrok.io`.",
    remedy:
      "Remove `skipSignatureVerification`; for Twilio set `tunnel.allowNgrokFreeTier: false`; for Telnyx set `telnyx.publicKey`.",
    bad: `{
  gateway: { mode: "local" },
  plugins: { entries: { "voice-call": { enabled: true, config: { provider: "twilio", fromNumber: "+15550100" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  plugins: { entries: { "voice-call": { enabled: true, config: { provider: "twilio", fromNumber: "+15550100", tunnel: { allowNgrokFreeTier: false } } } } },
}`,
    since: "next",
    calm: "It needs the plugin switched on with a provider that is written, and the settings under which the release's own check lets unsigned calls in.",
    upstream: voiceCallNotAudited,
  },
  *check(config) {
    if (config.at("plugins").state === "absent" || !takesCalls(config)) return;
    const provider = config.at([...settings, "provider"]);
    if (provider.state !== "set") return;
    const skip = config.at([...settings, "skipSignatureVerification"]);
    const ngrok = config.at([...settings, "tunnel", "allowNgrokFreeTier"]);
    const key = config.at([...settings, "telnyx", "publicKey"]);
    const checksSignatures =
      provider.value === "twilio" || provider.value === "plivo";
    if (checksSignatures && is(skip, true)) {
      yield {
        at: skip,
        message: `Calls of ${provider.value} are taken without a look at their signature`,
        fixes: [
          {
            title: "Check signatures",
            safety: "review",
            preferred: true,
            asks: "publicUrl has to be the address that the phone company calls.",
            changes: [
              { op: "remove", path: skip.path },
              ...(provider.value === "twilio" && !is(ngrok, false)
                ? [{ op: "set", path: ngrok.path, value: false } as const]
                : []),
            ],
          },
        ],
      };
      return;
    }
    if (provider.value === "twilio" && !is(ngrok, false)) {
      yield {
        at: ngrok,
        message:
          "Any signature passes for Twilio's if the address called mentions ngrok: anybody may add that to it",
        fixes: [
          {
            title: "Accept no address for its name",
            safety: "review",
            preferred: true,
            asks: "Behind ngrok's free tier calls may then be refused.",
            changes: [{ op: "set", path: ngrok.path, value: false }],
          },
        ],
      };
    }
    const isUnset =
      key.state === "absent" || (key.state === "set" && key.value === "");
    if (
      provider.value === "telnyx" &&
      isUnset &&
      config.variable("TELNYX_PUBLIC_KEY") !== "set"
    ) {
      yield {
        at: key,
        message:
          "Calls of Telnyx are taken without a look at their signature, unless TELNYX_PUBLIC_KEY is set where the gateway runs",
        hinges: ["TELNYX_PUBLIC_KEY"],
        severity: { recommended: "warning", strict: "warning" },
        fixes: [],
      };
    }
  },
});
