import {
  is,
  type ConfigView,
  type Lookup,
  type PresentLookup,
} from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { oncePerView } from "./once-per-view.ts";

/** A setting that makes no sense unless something in front of the gateway lets others in. */
export interface ProxyEvidence {
  readonly at: PresentLookup;
  /** Why, to show beside it. */
  readonly reason: string;
  /** Whether it cannot be of use without a proxy; otherwise somebody may have set it for its looks. */
  readonly isCertain: boolean;
}

export const proxyEvidencePatterns = [
  "gateway.controlUi.basePath",
  "gateway.tailscale.mode",
  "channels.googlechat.audience",
  "channels.googlechat.enabled",
  "channels.googlechat.accounts.*.audience",
  "channels.slack.mode",
  "channels.slack.enabled",
  "channels.slack.accounts.*.mode",
  "channels.zalo.webhookUrl",
  "channels.zalo.enabled",
  "channels.zalo.accounts.*.webhookUrl",
] as const satisfies readonly WatchPattern[];

/**
 * Channels whose service calls the gateway's own port, and the setting that says so (slack/monitor/provider.js; extensions/zalo,
 * extensions/googlechat). Those that open a port of their own say nothing about the gateway's.
 */
const callers: readonly {
  readonly channel: string;
  readonly label: string;
  readonly key: string;
  readonly calls: (lookup: Lookup) => boolean;
}[] = [
  {
    channel: "slack",
    label: "Slack",
    key: "mode",
    calls: (mode) => is(mode, "http"),
  },
  {
    channel: "googlechat",
    label: "Google Chat",
    key: "audience",
    calls: isHttpsText,
  },
  { channel: "zalo", label: "Zalo", key: "webhookUrl", calls: isHttpsText },
];

function isHttpsText(lookup: Lookup): boolean {
  return (
    lookup.state === "set" &&
    typeof lookup.value === "string" &&
    /^\s*https:/i.test(lookup.value)
  );
}

function calledFromOutside(config: ConfigView): ProxyEvidence | undefined {
  for (const { channel, label, key, calls } of callers) {
    if (is(config.at(["channels", channel, "enabled"]), false)) continue;
    const places = [
      config.at(["channels", channel, key]),
      ...config
        .entries(["channels", channel, "accounts"])
        .map(({ key: account }) =>
          config.at(["channels", channel, "accounts", account, key]),
        ),
    ];
    const at = places.find(calls);
    if (at !== undefined && at.state !== "absent")
      return {
        at,
        reason: `${label} calls the gateway from the internet`,
        isCertain: true,
      };
  }
  return undefined;
}

function movedControlUi(config: ConfigView): ProxyEvidence | undefined {
  const at = config.at("gateway.controlUi.basePath");
  const isMoved =
    at.state === "env" ||
    (at.state === "set" &&
      typeof at.value === "string" &&
      at.value.trim().replaceAll("/", "") !== "");
  return isMoved
    ? { at, reason: "This is of use behind a proxy only", isCertain: false }
    : undefined;
}

/** What in the file points to a reverse proxy of the owner's own in front of the gateway, the surest first. */
export const proxyEvidence = oncePerView(
  (config): { readonly found: ProxyEvidence | undefined } => {
    // Funnel is what lets callers in, then, and comes from this computer with headers of its own.
    const isFunnel = is(config.at("gateway.tailscale.mode"), "funnel");
    return {
      found:
        (isFunnel ? undefined : calledFromOutside(config)) ??
        movedControlUi(config),
    };
  },
);
