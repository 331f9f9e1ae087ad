import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import {
  browserControlPatterns,
  browserControl,
  isRemote,
} from "../../access/browser-control.ts";
import {
  secretPatterns,
  secretSettings,
  type SecretSetting,
} from "../../access/secret-settings.ts";
import { is } from "../../config/config-view.ts";
import { defineRule, pathText, type RuleContext } from "../rule.ts";
import { movePatterns, variableFor } from "./move-to-env.ts";
import { newSecret } from "./new-secret.ts";
import { isNoSecret } from "./no-secret.ts";
import { secretIdentity } from "./same-secret.ts";

/** The places of one secret, in the order of the table: the gateway's first. */
type Places = readonly [SecretSetting, SecretSetting, ...SecretSetting[]];

const hasTwo = (places: readonly SecretSetting[]): places is Places =>
  places.length > 1;

/** Whether the setting lets anybody in, or gets Clawdbot in somewhere: what is switched off does neither. */
function isInUse({ row, lookup }: SecretSetting, config: RuleContext): boolean {
  if (row.only !== undefined) return false;
  if (lookup.state === "set" && isNoSecret(String(lookup.value))) return false;
  switch (row.setting) {
    case "gateway.auth.token":
      return gatewayAuth(config).mode === "token";
    case "gateway.auth.password":
      return gatewayAuth(config).mode === "password";
    case "hooks.token":
      return is(config.at("hooks.enabled"), true);
    case "browser.controlToken":
      return browserControl(config).enabled;
    default:
      return true;
  }
}

/** Whether the two belong to one login, or the audit has a rule for them. */
function belongTogether(
  one: SecretSetting,
  other: SecretSetting,
  config: RuleContext,
): boolean {
  const doors = [one.row.door, other.row.door];
  if (doors[0] === doors[1]) return true;
  const settings = [one.row.setting, other.row.setting];
  // The client of a gateway has to know its secret.
  if (
    doors.includes("the gateway") &&
    settings.some((each) => each.startsWith("gateway.remote."))
  )
    return true;
  if (!doors.includes("webhooks") && !doors.includes("browser control"))
    return false;
  if (settings.includes("hooks.token"))
    return (
      settings.includes("gateway.auth.token") ||
      settings.includes("browser.controlToken")
    );
  const { address } = browserControl(config);
  return (
    settings.includes("gateway.auth.token") &&
    address !== undefined &&
    isRemote(address)
  );
}

export const secretsReused = defineRule({
  code: "secrets.reused",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...secretPatterns,
    ...movePatterns,
    ...gatewayAuthPatterns,
    ...browserControlPatterns,
    "hooks.enabled",
  ],
  fixable: "always",
  docs: {
    summary: "One secret opens several doors",
    why: "Whoever was given the secret for one purpose holds it for the other as well: a service that may only deliver notifications can then log in to the gateway, and one leak has to be repaired in several places.",
    remedy: "Give each purpose a secret of its own.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${SHARED}" } }, channels: { telegram: { botToken: "\${BOT}", webhookUrl: "https://bot.example.net", webhookSecret: "\${SHARED}" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${SHARED}" } }, channels: { telegram: { botToken: "\${BOT}", webhookUrl: "https://bot.example.net", webhookSecret: "\${TELEGRAM_WEBHOOK_SECRET}" } } }`,
    since: "next",
    calm: "Two texts, or two references to the same variable, have to be equal, and one of them has to be a secret that others show to Clawdbot. A provider's key in several places, the accounts of one channel, and `gateway.remote` with the gateway's own secret are no reuse; what is switched off opens nothing. Pairs for which the audit has a check are left to it.",
    upstream: {
      relation: "ours",
      reason:
        "The audit compares the tokens of the gateway, webhooks and browser control only.",
    },
  },
  *check(config) {
    const places = new Map<string, SecretSetting[]>();
    for (const secret of secretSettings(config)) {
      const identity = secretIdentity(secret.lookup);
      if (identity === undefined || !isInUse(secret, config)) continue;
      const same = places.get(identity);
      if (same === undefined) places.set(identity, [secret]);
      else same.push(secret);
    }
    for (const same of places.values()) {
      if (!hasTwo(same)) continue;
      const pair = firstPair(same, config);
      if (pair === undefined) continue;
      const [at, other] = pair;
      const { path } = at.lookup;
      yield {
        at: at.lookup,
        message: `${pathText(path)} is the same secret as ${pathText(other.lookup.path)}`,
        related: same
          .filter((each) => each !== at)
          .map(({ lookup }) => ({ at: lookup, message: "The same secret" })),
        fixes: newSecret(
          path,
          variableFor(path, config.at("env.shellEnv.enabled")),
          `Whoever uses it to get into ${at.row.door ?? "it"} needs the new one.`,
          config.situation,
        ),
      };
    }
  },
});

/** Two places that ought to differ, the one to change first: a door, and of two doors not the gateway. */
function firstPair(
  same: Places,
  config: RuleContext,
): readonly [SecretSetting, SecretSetting] | undefined {
  const doors = same
    .filter(({ row }) => row.door !== undefined)
    .sort(
      (a, b) =>
        Number(a.row.door === "the gateway") -
        Number(b.row.door === "the gateway"),
    );
  for (const door of doors)
    for (const other of same)
      if (!belongTogether(door, other, config)) return [door, other];
  return undefined;
}
