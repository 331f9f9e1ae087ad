import { is, type Lookup } from "../../config/config-view.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, pathText, type FixableFinding } from "../rule.ts";
import { alwaysError, beforeTheAudit } from "./refused.ts";

/** A name of our choice: the program reads no variable for this by itself. */
const variable = "SLACK_SIGNING_SECRET";

const isBlankOrAbsent = (secret: Lookup): boolean =>
  secret.state === "absent" || is(secret, "");

function finding(secret: Lookup, mode: JSONPath): FixableFinding {
  return {
    at: secret,
    message: `Slack calls over HTTP, so ${pathText(secret.path)} is needed to tell its calls from anybody's`,
    fixes: [
      {
        title: `Read the signing secret from ${variable}`,
        safety: "review",
        preferred: true,
        asks: `Clawdbot will not start until ${variable} is set where it runs.`,
        introduces: [variable],
        changes: [{ op: "set", path: secret.path, value: `\${${variable}}` }],
      },
      {
        title: "Connect through a socket instead",
        safety: "review",
        changes: [{ op: "set", path: mode, value: "socket" }],
      },
    ],
  };
}

export const configSlackHttpWithoutSecret = defineRule({
  code: "config.slack_http_without_secret",
  effect: "refused",
  severity: alwaysError,
  watches: [
    "channels.slack.mode",
    "channels.slack.signingSecret",
    "channels.slack.accounts.*.enabled",
    "channels.slack.accounts.*.mode",
    "channels.slack.accounts.*.signingSecret",
  ],
  fixable: "always",
  docs: {
    summary: "Slack over HTTP without a signing secret",
    why: "In mode `http` Slack calls the gateway, and only the signing secret tells its calls from anybody else's. Clawdbot refuses the whole file without one.",
    remedy:
      "Set `signingSecret` to the value that Slack shows under Basic Information, best through a variable; or use mode `socket`, which needs no address that Slack can reach.",
    bad: `{ channels: { slack: { mode: "http", botToken: "\${SLACK_BOT_TOKEN}" } } }`,
    good: `{ channels: { slack: { mode: "http", botToken: "\${SLACK_BOT_TOKEN}", signingSecret: "\${SLACK_SIGNING_SECRET}" } } }`,
    since: "next",
    calm: "It needs the word `http` in the file, for Slack or for an account that is not switched off.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    const slack = ["channels", "slack"];
    if (config.at(slack).state !== "group") return;
    const mode = config.at("channels.slack.mode");
    const secret = config.at("channels.slack.signingSecret");
    if (is(mode, "http") && isBlankOrAbsent(secret))
      yield finding(secret, mode.path);
    for (const { key, lookup } of config.entries("channels.slack.accounts")) {
      if (lookup.state !== "group") continue;
      const block = lookup.path;
      if (is(config.at([...block, "enabled"]), false)) continue;
      const ownMode = config.at([...block, "mode"]);
      if (!is(ownMode.state === "absent" ? mode : ownMode, "http")) continue;
      const own = config.at([...block, "signingSecret"]);
      // An empty secret of its own hides the channel's.
      if (!isBlankOrAbsent(own.state === "absent" ? secret : own)) continue;
      yield finding(own, [...slack, "accounts", key, "mode"]);
    }
  },
});
