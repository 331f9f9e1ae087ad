import { is } from "../../config/config-view.ts";
import { knownText } from "../../config/known-text.ts";
import {
  defineRule,
  type MaybeFixableFinding,
  type RuleContext,
} from "../rule.ts";
import { hooksNotAudited } from "./not-audited.ts";

/** The shortest token that cannot be guessed; the audit's own limit for tokens. */
const enough = 24;

const loopback = /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\])$/i;

/** The receiver of Google's calls listens on the network, without encryption. */
function* boundOutside(config: RuleContext): Iterable<MaybeFixableFinding> {
  const bind = config.at("hooks.gmail.serve.bind");
  const text = knownText(bind)?.trim();
  if (text === undefined || bind.state !== "set" || loopback.test(text)) return;
  yield {
    at: bind,
    message: `The receiver of Gmail's calls listens on ${JSON.stringify(text)}, for everybody on the network and without encryption`,
    fixes: [
      {
        title: "Listen on this computer only",
        safety: "review",
        preferred: true,
        asks: "Calls have to come through Tailscale or a proxy on this computer.",
        changes: [{ op: "set", path: bind.path, value: "127.0.0.1" }],
      },
    ],
  };
}

/** The internet reaches the receiver, and a short token alone keeps it out. */
function* onTheInternet(config: RuleContext): Iterable<MaybeFixableFinding> {
  const mode = config.at("hooks.gmail.tailscale.mode");
  if (!is(mode, "funnel")) return;
  const token = config.at("hooks.gmail.pushToken");
  const length =
    token.state === "set" && typeof token.value === "string"
      ? token.value.trim().length
      : undefined;
  if (token.state === "absent" || length === 0) {
    yield {
      at: token,
      message:
        "Without hooks.gmail.pushToken the watcher of Gmail does not start; Funnel would put it on the internet",
      severity: { recommended: "info", strict: "info" },
      related: [{ at: mode, message: "Funnel is set here" }],
      fixes: [],
    };
    return;
  }
  if (length === undefined || length >= enough) return;
  yield {
    at: token,
    message: `A token of ${length} characters is all that keeps the internet from writing mails to the agent`,
    related: [
      { at: mode, message: "Funnel puts the receiver on the internet" },
    ],
    fixes: [],
  };
}

export const hooksGmailPublic = defineRule({
  code: "hooks.gmail_public",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "hooks.enabled",
    "hooks.gmail.account",
    "hooks.gmail.serve.bind",
    "hooks.gmail.tailscale.mode",
    "hooks.gmail.pushToken",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Others may bring the agent mails that nobody sent",
    why: "Who reaches the receiver of Gmail's calls and knows its token puts any text in front of the agent, as a mail. On the network it is heard by everybody there, since it goes unencrypted; through Funnel the whole internet may try.",
    remedy:
      "Leave `hooks.gmail.serve.bind` at `127.0.0.1`, and let `pushToken` be 32 random characters or more.",
    bad: `{
  gateway: { mode: "local" },
  hooks: {
    enabled: true,
    token: "\${CLAWDBOT_HOOKS_TOKEN}",
    gmail: { account: "me@example.com", topic: "t", pushToken: "\${GMAIL_PUSH_TOKEN}", serve: { bind: "0.0.0.0" } },
  },
}`,
    good: `{
  gateway: { mode: "local" },
  hooks: {
    enabled: true,
    token: "\${CLAWDBOT_HOOKS_TOKEN}",
    gmail: { account: "me@example.com", topic: "t", pushToken: "\${GMAIL_PUSH_TOKEN}", serve: { bind: "127.0.0.1" } },
  },
}`,
    since: "next",
    calm: "It needs webhooks and an account that are there, and an address beyond this computer, or Funnel with a short token. Funnel with a good token is how Google reaches the receiver, and no finding.",
    upstream: hooksNotAudited,
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    if (config.at("hooks.gmail.account").state === "absent") return;
    yield* boundOutside(config);
    yield* onTheInternet(config);
  },
});
