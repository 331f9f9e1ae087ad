/** Whether a host of an address is one that no public network leads to: private ranges, link-local, tailnets, local names. */
export function isPrivateHost(host: string): boolean {
  const ipv4 = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (ipv4 !== null) {
    const [first, second] = [Number(ipv4[1]), Number(ipv4[2])];
    return (
      first === 10 ||
      (first === 172 && second >= 16 && second <= 31) ||
      (first === 192 && second === 168) ||
      (first === 169 && second === 254) ||
      // Carrier-grade NAT, which Tailscale uses.
      (first === 100 && second >= 64 && second <= 127)
    );
  }
  if (host.startsWith("[")) return /^\[(?:f[cd]|fe[89ab])/.test(host);
  return (
    !host.includes(".") ||
    /\.(?:local|lan|internal|home|home\.arpa|ts\.net)\.?$/.test(host)
  );
}
