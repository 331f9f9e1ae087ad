import type { HttpAddress } from "../text/http-address.ts";
import { parseIp, scopeOf, type IpAddress } from "../text/ip-address.ts";

/** The addresses that Tailscale gives: 100.64.0.0/10, and fd7a:115c:a1e0::/48. */
function isOfTailnet({ version, parts }: IpAddress): boolean {
  const [first = 0, second = 0, third = 0] = parts;
  return version === 4
    ? first === 100 && second >= 64 && second <= 127
    : first === 0xfd7a && second === 0x115c && third === 0xa1e0;
}

/** Where an address lies: nothing leaves this computer, Tailscale encrypts what goes to a tailnet, others may listen elsewhere. */
export function whereabouts({
  host,
}: HttpAddress): "computer" | "tailnet" | "network" {
  const ip = parseIp(host.replace(/^\[|\]$/g, ""));
  if (ip === undefined) {
    if (host === "localhost" || host.endsWith(".localhost")) return "computer";
    return host.endsWith(".ts.net") ? "tailnet" : "network";
  }
  const scope = scopeOf(ip);
  if (scope === "loopback" || scope === "unspecified") return "computer";
  return isOfTailnet(ip) ? "tailnet" : "network";
}

/** Whether a host is another machine, or may be. */
export const isRemote = (address: HttpAddress): boolean =>
  whereabouts(address) !== "computer";
