import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../access/direct-messages.ts";
import type { Fix, SettingChange } from "../../config/fix.ts";
import { defineRule, pathText } from "../rule.ts";

/** Closes the door without touching the people who are listed by name. */
function closing(level: DirectMessageAccess): readonly [Fix, ...Fix[]] {
  const { policy, allowFrom } = level;
  const close = (value: string): readonly SettingChange[] => [
    { op: "set", path: policy.lookup.path, value },
    // From the end, so that indices stay right.
    ...allowFrom.wildcards
      .map(({ lookup }) => ({ op: "remove", path: lookup.path }) as const)
      .reverse(),
  ];
  const asks =
    "Whoever writes to the assistant now and is not listed will have to be let in.";
  const pairing: Fix = {
    title: "Ask strangers for a pairing code",
    safety: "review",
    preferred: true,
    asks,
    changes: close("pairing"),
  };
  const listed = allowFrom.entries.length - allowFrom.wildcards.length;
  if (listed === 0) return [pairing];
  return [
    pairing,
    {
      title: `Answer only the ${listed === 1 ? "sender who is" : `${listed} senders who are`} listed`,
      safety: "review",
      asks,
      changes: close("allowlist"),
    },
  ];
}

export const channelsDmOpen = defineRule({
  code: "channels.dm.open",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...directMessagePatterns],
  fixable: "always",
  docs: {
    summary: "Anybody may write to the assistant directly",
    why: "A stranger who finds the account or number talks to an assistant that reads mail and runs commands, and can talk it into both.",
    remedy:
      "Use `pairing`: a stranger gets a code, and you decide. Or list the people you trust and use `allowlist`.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "open", allowFrom: ["*"] } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "pairing" } },
}`,
    since: "next",
    calm: "Only a policy that is written as open is reported, where an account that is switched on obeys it.",
    upstream: { relation: "stricter", checkId: "channels.<channel>.dm.open" },
  },
  *check(config) {
    const levels = directMessages(config).filter(
      ({ policy }) => policy.value === "open",
    );
    // A policy that accounts take from their channel is one finding, where it is written.
    const written = levels.filter(({ policy }) => policy.source === "own");
    for (const level of written) {
      const where = pathText(level.policy.lookup.path);
      const isAudited = levels.some(
        ({ audited, policy }) =>
          audited && pathText(policy.lookup.path) === where,
      );
      const isObeyed = level.effective && level.enabled;
      if (!isAudited && !isObeyed) continue;
      yield {
        at: level.policy.lookup,
        message: `${where} is "open": anybody on ${level.channel.label} can write to the assistant`,
        upstream: `channels.${level.channel.id}.dm.open`,
        onlyUpstream: !isObeyed,
        ...(isAudited ? {} : { asUpstream: false }),
        fixes: closing(level),
      };
    }
  },
});
