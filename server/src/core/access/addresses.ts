import { knownText } from "../config/known-text.ts";
import type { Lookup } from "../config/config-view.ts";
import { parseHttpAddress, type HttpAddress } from "../text/http-address.ts";

/**
 * Where a host lies. `here`: this computer, a container's way to it, or another container of the same set. `tailnet`: another
 * machine, over an encrypted network. `local`: the network at home or in the office. `away`: anywhere.
 */
export type Nearness = "here" | "tailnet" | "local" | "away";

const here =
  /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|host\.docker\.internal|gateway\.docker\.internal|host\.containers\.internal)$/;

const local =
  /^(?:10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[f[cd][0-9a-f]{2}:.*\]|\[fe80:.*\]|.*\.(?:local|lan|home|internal|home\.arpa|intranet|corp))$/;

const tailnet =
  /^(?:100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d+){2}|.*\.ts\.net|\[fd7a:115c:a1e0:.*\])$/;

/** Where a host lies, by its name alone. */
export function nearnessOf({ host }: HttpAddress): Nearness {
  if (here.test(host)) return "here";
  if (tailnet.test(host)) return "tailnet";
  // A name without a dot is found by the local network, or is a container beside this one.
  return local.test(host) || !/[.:]/.test(host) ? "local" : "away";
}

/** The address at a look-up, where its host is written out; a variable may stand in its path. */
export function addressAt(lookup: Lookup): HttpAddress | undefined {
  const text = knownText(lookup);
  if (text === undefined) return undefined;
  const authority = /^\s*[a-z]+:\/*([^/?#]*)/i.exec(text)?.[1] ?? "";
  if (authority.includes("${")) return undefined;
  const address = parseHttpAddress(text);
  return typeof address === "string" ? undefined : address;
}

/** Where a URL would go if it were encrypted; undefined where its text does not allow that. */
export const withHttps = (lookup: Lookup): string | undefined =>
  lookup.state === "set" &&
  typeof lookup.value === "string" &&
  /^http:\/\//i.test(lookup.value)
    ? lookup.value.replace(/^http:/i, "https:")
    : undefined;
