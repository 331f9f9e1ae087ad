import { is, type ConfigView, type Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { bindOf, bindPatterns } from "./gateway-auth.ts";

/** Who can open a connection to the gateway's port, the nearest first. */
export type Reach = "computer" | "tailnet" | "network" | "internet";

export interface GatewayReach {
  readonly who: Reach;
  /** The setting that lets them in, written or not. */
  readonly by: Lookup;
}

export const gatewayReachPatterns = [
  ...bindPatterns,
  "gateway.tailscale.mode",
] as const satisfies readonly WatchPattern[];

/**
 * How far the gateway's port reaches, from the file alone (gateway/net.js, gateway/server-tailscale.js). What a variable
 * decides counts as the default, and a reverse proxy is not in the file.
 */
export function gatewayReach(config: ConfigView): GatewayReach {
  const tailscale = config.at("gateway.tailscale.mode");
  const bind = bindOf(config);
  if (is(tailscale, "funnel")) return { who: "internet", by: tailscale };
  // A custom address cannot be written in this release, so "custom" listens on every interface as "lan" does.
  if (bind.value === "lan" || bind.value === "custom")
    return { who: "network", by: bind.lookup };
  if (is(tailscale, "serve")) return { who: "tailnet", by: tailscale };
  if (bind.value === "tailnet") return { who: "tailnet", by: bind.lookup };
  return { who: "computer", by: bind.lookup };
}

/** Who can connect, to follow "so" or "where". */
export const reachText: Readonly<Record<Reach, string>> = {
  computer: "every program on this computer",
  tailnet: "every device of the tailnet",
  network: "every device on the networks of this computer",
  internet: "everybody on the internet",
};
