import { defineRule } from "../rule.ts";

/** Channels of versions that nobody has used for long, with what they are. */
const channels: ReadonlyMap<unknown, string> = new Map([
  ["dev", "the state of the sources, tested by nobody"],
  ["beta", "versions that are still being tested"],
]);

export const updateChannelUnstable = defineRule({
  code: "update.channel_unstable",
  effect: "risk",
  severity: { strict: "info" },
  watches: ["update.channel"],
  fixable: "always",
  docs: {
    summary: "Updates come before others have tried them",
    why: "A mistake in a version, or a change that somebody smuggled in, is found by those who have it first. The gateway holds your tokens and runs commands as you.",
    remedy: 'Use `update.channel: "stable"`, the default.',
    bad: `{ gateway: { mode: "local" }, update: { channel: "dev" } }`,
    good: `{ gateway: { mode: "local" }, update: { channel: "stable" } }`,
    since: "next",
    calm: 'Only the strict profile speaks, and only of "dev" and "beta".',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at updates.",
    },
  },
  *check(config) {
    const channel = config.at("update.channel");
    if (channel.state !== "set") return;
    const what = channels.get(channel.value);
    if (what === undefined) return;
    yield {
      at: channel,
      message: `Updates are ${what}`,
      fixes: [
        {
          title: "Wait for stable versions",
          safety: "review",
          preferred: true,
          changes: [{ op: "set", path: channel.path, value: "stable" }],
        },
      ],
    };
  },
});
