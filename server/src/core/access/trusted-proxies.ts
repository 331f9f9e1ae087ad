import type { ConfigView, PresentLookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { parseIp, scopeOf, type IpAddress } from "../text/ip-address.ts";
import { oncePerView } from "./once-per-view.ts";

/** Why an entry of `gateway.trustedProxies` is equal to no address that a connection can come from. */
export type ProxyFault =
  | "blank"
  | "range"
  | "anything"
  | "port"
  | "brackets"
  | "address"
  | "name"
  | "spelling"
  | "ipv6";

/** One entry of `gateway.trustedProxies`. */
export interface TrustedProxy {
  readonly lookup: PresentLookup;
  /** The address that it trusts; undefined when a variable decides, or it trusts none. */
  readonly address: IpAddress | undefined;
  readonly fault: ProxyFault | undefined;
  /** What was probably meant; none when nobody can tell. */
  readonly meant: readonly string[];
}

export const trustedProxyPatterns = [
  "gateway.trustedProxies[]",
] as const satisfies readonly WatchPattern[];

type Judgement = Omit<TrustedProxy, "lookup">;

const faulty = (
  fault: ProxyFault,
  meant: readonly string[] = [],
): Judgement => ({ address: undefined, fault, meant });

/** The program's own form of both sides before it compares them as text (gateway/net.js, normalizeIp). */
const normalized = (text: string): string => {
  const plain = text.trim().toLowerCase();
  return plain.startsWith("::ffff:") ? plain.slice("::ffff:".length) : plain;
};

/** The address in its plainest form: IPv4 without the IPv6 shell around it. */
const plainest = ({ canonical }: IpAddress): string =>
  canonical.startsWith("::ffff:") ? normalized(canonical) : canonical;

const namedHost = (host: string): readonly string[] => {
  if (host === "localhost") return ["127.0.0.1", "::1"];
  const address = parseIp(host);
  return address === undefined ? [] : [plainest(address)];
};

/** A range that holds one address, or the addresses of this computer. */
function meantByRange(text: string): readonly string[] {
  const [, base = "", bits] = /^(.*)\/(\d+)$/.exec(text) ?? [];
  const address = parseIp(base);
  if (address === undefined) return [];
  const whole = address.version === 4 ? "32" : "128";
  if (bits === whole) return [plainest(address)];
  return scopeOf(address) === "loopback" ? ["127.0.0.1"] : [];
}

const anything = new Set([
  "*",
  "0.0.0.0",
  "::",
  "0.0.0.0/0",
  "::/0",
  "any",
  "all",
  "true",
]);

function judge(text: string): Judgement {
  const plain = normalized(text);
  if (plain === "") return faulty("blank");
  if (anything.has(plain)) return faulty("anything");
  const address = parseIp(plain);
  if (address !== undefined) {
    if (address.canonical !== plain)
      return faulty("spelling", [plainest(address)]);
    // The gateway listens on IPv4, and on ::1 beside 127.0.0.1 (gateway/net.js, resolveGatewayListenHosts).
    return address.version === 6 && scopeOf(address) !== "loopback"
      ? faulty("ipv6")
      : { address, fault: undefined, meant: [] };
  }
  // "::ffff:7f00:1" is left as "7f00:1", which is no address.
  const mapped = parseIp(text.trim());
  if (mapped !== undefined) return faulty("spelling", [plainest(mapped)]);
  const [, host] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/.exec(plain) ??
    [];
  if (host !== undefined)
    return faulty("address", namedHost(host.replace(/^\[|\]$/g, "")));
  if (/[/*]/.test(plain) || /^[\d.]+\s*-\s*[\d.]+$/.test(plain))
    return faulty("range", meantByRange(plain));
  const [, bracketed, portAfter] = /^\[([^\]]*)\](:\d+)?$/.exec(plain) ?? [];
  if (bracketed !== undefined)
    return faulty(
      portAfter === undefined ? "brackets" : "port",
      namedHost(bracketed),
    );
  const [, before] = /^([^:]+):\d+$/.exec(plain) ?? [];
  if (before !== undefined) return faulty("port", namedHost(before));
  // A link-local address may carry the name of its interface; whether the operating system tells it is not in the file.
  return plain.includes("%")
    ? { address: undefined, fault: undefined, meant: [] }
    : faulty("name", namedHost(plain));
}

function judgeEntry(lookup: PresentLookup): Judgement | undefined {
  if (lookup.state === "set")
    return typeof lookup.value === "string" ? judge(lookup.value) : undefined;
  if (lookup.state !== "env") return undefined;
  const isRange = lookup.template.parts.some(
    (part) => typeof part === "string" && /[/*]/.test(part),
  );
  return isRange
    ? faulty("range")
    : { address: undefined, fault: undefined, meant: [] };
}

/** The entries of `gateway.trustedProxies`, each with what it means to the program. */
export const trustedProxies = oncePerView(
  (config: ConfigView): { readonly list: readonly TrustedProxy[] } => ({
    list: config.items(["gateway", "trustedProxies"]).flatMap(({ lookup }) => {
      const judgement = judgeEntry(lookup);
      return judgement === undefined ? [] : [{ lookup, ...judgement }];
    }),
  }),
);

/** Whether an entry trusts, or may trust, a proxy on this computer. */
export const trustsThisComputer = ({ address, fault }: TrustedProxy): boolean =>
  fault === undefined &&
  (address === undefined || scopeOf(address) === "loopback");
