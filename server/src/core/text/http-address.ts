/** An HTTP address, taken apart as far as anyone here asks (the URL standard, which the program follows). */
export interface HttpAddress {
  readonly secure: boolean;
  /** Lower case; IPv4 addresses in their four-number form, IPv6 ones in brackets. */
  readonly host: string;
  /** The default of the scheme when none is written. */
  readonly port: number;
}

export type ParsedAddress = HttpAddress | "not-http" | "invalid";

/** One part of an IPv4 address: decimal, octal with 0, hexadecimal with 0x. */
function ipv4Number(text: string): number | undefined {
  if (/^0x[0-9a-f]*$/.test(text)) return text === "0x" ? 0 : Number(text);
  if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The four-number form of a host that ends in a number; `invalid` when it is none after all; undefined for names. */
function ipv4(host: string): string | undefined {
  const parts = host.replace(/\.$/, "").split(".");
  const last = parts.at(-1) ?? "";
  if (!/^(?:\d+|0x[0-9a-f]*)$/.test(last)) return undefined;
  const numbers = parts.map(ipv4Number);
  if (numbers.length > 4) return "invalid";
  let value = 0;
  for (const [index, number] of numbers.entries()) {
    const isLast = index === numbers.length - 1;
    const limit = isLast ? 256 ** (5 - numbers.length) : 256;
    if (number === undefined || number >= limit) return "invalid";
    value += isLast ? number : number * 256 ** (3 - index);
  }
  return [24, 16, 8, 0]
    .map((shift) => Math.floor(value / 2 ** shift) % 256)
    .join(".");
}

/** Takes an address apart. What has another scheme is `not-http`, what a URL parser refuses `invalid`. */
export function parseHttpAddress(text: string): ParsedAddress {
  const trimmed = text.trim().replace(/[\t\r\n]/g, "");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme === undefined) return "invalid";
  if (scheme !== "http" && scheme !== "https")
    return /^(?:ws|wss|ftp):[\\/]*$/i.test(trimmed) ? "invalid" : "not-http";
  const authority =
    /^[\\/]*([^\\/?#]*)/.exec(trimmed.slice(scheme.length + 1))?.[1] ?? "";
  const hostAndPort = authority.slice(authority.lastIndexOf("@") + 1);
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]*)(?::(\d*))?$/i.exec(hostAndPort);
  const written = match?.[1]?.toLowerCase() ?? "";
  if (written === "" || /[\s<>^|%]/.test(written)) return "invalid";
  const host = written.startsWith("[") ? written : (ipv4(written) ?? written);
  if (host === "invalid") return "invalid";
  const usual = scheme === "https" ? 443 : 80;
  const port = match?.[2] ? Number(match[2]) : usual;
  if (port > 65535) return "invalid";
  return { secure: scheme === "https", host, port: port === 0 ? usual : port };
}
