/** An IP address, taken apart. */
export interface IpAddress {
  readonly version: 4 | 6;
  /** Four numbers of eight bits, or eight of sixteen. */
  readonly parts: readonly number[];
  /** As operating systems write it: no leading zeros, IPv6 in small letters with its longest row of zeros left out. */
  readonly canonical: string;
}

function ipv4Parts(text: string): readonly number[] | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const parts = text.split(".").map(Number);
  return parts.some((part) => part > 255) ? undefined : parts;
}

/** The groups of one side of a `::`; at the end of the whole an IPv4 address may stand for the last two. */
function groupsOf(
  text: string,
  mayEndInIpv4: boolean,
): readonly number[] | undefined {
  if (text === "") return [];
  const words = text.split(":");
  const groups: number[] = [];
  for (const [index, word] of words.entries()) {
    if (/^[0-9a-f]{1,4}$/.test(word)) {
      groups.push(Number.parseInt(word, 16));
      continue;
    }
    const [a, b, c, d] = ipv4Parts(word) ?? [];
    const isEnd = mayEndInIpv4 && index === words.length - 1;
    if (!isEnd || a === undefined || b === undefined) return undefined;
    groups.push(a * 256 + b, (c ?? 0) * 256 + (d ?? 0));
  }
  return groups;
}

function ipv6Parts(text: string): readonly number[] | undefined {
  const sides = text.split("::");
  if (sides.length > 2 || !text.includes(":")) return undefined;
  const [before, after] = sides.map((side, index) =>
    groupsOf(side, index === sides.length - 1),
  );
  if (before === undefined) return undefined;
  if (sides.length === 1) return before.length === 8 ? before : undefined;
  if (after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  return missing < 1
    ? undefined
    : [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

/** Where the longest row of at least two zero groups begins, the first of several, and how long it is (RFC 5952). */
function zeroRow(parts: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [-1, 1];
  for (let start = 0; start < parts.length; start++) {
    let length = 0;
    while (parts[start + length] === 0) length += 1;
    if (length > best[1]) best = [start, length];
  }
  return best;
}

function ipv6Text(parts: readonly number[]): string {
  const isMapped =
    parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
  if (isMapped) {
    const bytes = parts
      .slice(6)
      .flatMap((part) => [Math.floor(part / 256), part % 256]);
    return `::ffff:${bytes.join(".")}`;
  }
  const hex = parts.map((part) => part.toString(16));
  const [start, length] = zeroRow(parts);
  return start === -1
    ? hex.join(":")
    : `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

/** Takes an IP address apart, in whichever of its spellings; undefined for anything else. Leading zeros count as decimal. */
export function parseIp(text: string): IpAddress | undefined {
  const written = text.toLowerCase();
  const four = ipv4Parts(written);
  if (four !== undefined)
    return { version: 4, parts: four, canonical: four.join(".") };
  const six = ipv6Parts(written);
  return six && { version: 6, parts: six, canonical: ipv6Text(six) };
}

/** How far an address reaches. `private` are the ranges of homes, offices, carriers, Tailscale and single links. */
export type IpScope = "loopback" | "unspecified" | "private" | "public";

function scopeOfIpv4([a = 0, b = 0, c = 0, d = 0]: readonly number[]): IpScope {
  if (a === 127) return "loopback";
  if (a + b + c + d === 0) return "unspecified";
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127);
  return isPrivate ? "private" : "public";
}

export function scopeOf({ version, parts, canonical }: IpAddress): IpScope {
  if (version === 4) return scopeOfIpv4(parts);
  if (canonical === "::1") return "loopback";
  if (canonical === "::") return "unspecified";
  const [first = 0, , , , , , seventh = 0, eighth = 0] = parts;
  if (canonical.startsWith("::ffff:"))
    return scopeOfIpv4(
      [seventh, eighth].flatMap((part) => [Math.floor(part / 256), part % 256]),
    );
  const isUniqueLocal = first >= 0xfc00 && first <= 0xfdff;
  const isLinkLocal = first >= 0xfe80 && first <= 0xfebf;
  return isUniqueLocal || isLinkLocal ? "private" : "public";
}
