import assert from "node:assert/strict";
import { gatewayTrustedProxiesNeverMatch } from "../../../server/src/core/rules/gateway/trusted-proxies-never-match.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.trusted_proxies_never_match";
const file = (...entries: readonly string[]): string =>
  `{ gateway: { mode: "local", auth: { token: "\${T}" }, trustedProxies: ${JSON.stringify(entries)} } }`;

describe(code, () => {
  it("points at the entry", () =>
    check(
      gatewayTrustedProxiesNeverMatch,
      `{
  gateway: { trustedProxies: ["127.0.0.1", "10.0.0.0/8"] },
  //                                       ^^^^^^^^^^^^ gateway.trusted_proxies_never_match
}`,
    ));
  // What isTrustedProxyAddress of the release's gateway/net.js says of 127.0.0.1, ::1 or the address that is meant.
  for (const [entry, words] of [
    ["127.0.0.1", undefined],
    [" 127.0.0.1 ", undefined],
    ["::1", undefined],
    ["::ffff:127.0.0.1", undefined],
    ["::FFFF:127.0.0.1", undefined],
    ["10.0.0.0/8", /is a range/],
    ["10.0.0.*", /is a range/],
    ["10.0.0.1-10.0.0.9", /is a range/],
    ["127.0.0.1/32", /is a range/],
    ["localhost", /is a name/],
    ["nginx", /is a name/],
    ["127.1", /is a name/],
    ["127.0.0.1:8080", /has a port/],
    ["[::1]:8080", /has a port/],
    ["nginx:80", /has a port/],
    ["[::1]", /has brackets/],
    ["*", /no address/],
    ["0.0.0.0", /no address/],
    ["::", /no address/],
    ["0.0.0.0/0", /no address/],
    ["0:0:0:0:0:0:0:1", /spelled/],
    ["::ffff:7f00:1", /spelled/],
    ["010.0.0.1", /spelled/],
    ["http://127.0.0.1", /is a URL/],
    ["", /is empty/],
    ["  ", /is empty/],
    // The gateway listens on 0.0.0.0, 127.0.0.1, ::1 or its IPv4 address in the tailnet.
    ["fd00::1", /IPv6/],
    ["fe80::1%eth0", undefined],
    ["${PROXY}", undefined],
    ["${NETWORK}/24", /is a range/],
  ] as const)
    it(`${JSON.stringify(entry)}: ${words?.source ?? "fine"}`, () => {
      const [finding] = findingsOf(
        gatewayTrustedProxiesNeverMatch,
        file(entry),
      );
      if (words === undefined) assert.equal(finding, undefined);
      else assert.match(finding?.message ?? "", words);
    });
  for (const [bind, expected] of [
    [`bind: "loopback", `, ["info", "info"]],
    // The command line may choose another bind.
    ["", ["silent", "info"]],
    [`bind: "lan", `, ["silent", "silent"]],
    [`bind: "\${BIND}", `, ["silent", "silent"]],
  ] as const)
    it(`another computer's address with ${bind || "the default bind"}`, () =>
      assert.deepEqual(
        inProfiles(
          code,
          `{ gateway: { mode: "local", ${bind}trustedProxies: ["10.0.0.5"] } }`,
        ),
        expected,
      ));
  it("is silent in a client's file", () =>
    check(
      gatewayTrustedProxiesNeverMatch,
      `{ gateway: { mode: "remote", trustedProxies: ["*"] } }`,
    ));
  for (const [entries, title, after] of [
    [["localhost"], "Write 127.0.0.1 and ::1", ["127.0.0.1", "::1"]],
    [["127.0.0.1", "localhost"], "Write ::1", ["127.0.0.1", "::1"]],
    [["10.0.0.5:80"], "Write 10.0.0.5", ["10.0.0.5"]],
    [["[::1]"], "Write ::1", ["::1"]],
    [["0:0:0:0:0:0:0:1"], "Write ::1", ["::1"]],
    [["10.0.0.5/32"], "Write 10.0.0.5", ["10.0.0.5"]],
    [["127.0.0.0/8"], "Write 127.0.0.1", ["127.0.0.1"]],
    [["http://10.0.0.5:8080/"], "Write 10.0.0.5", ["10.0.0.5"]],
    [["::ffff:7f00:1"], "Write 127.0.0.1", ["127.0.0.1"]],
  ] as const)
    it(`corrects ${entries.join()}`, () =>
      assert.deepEqual(
        (fixesByTitle(code, file(...entries))[title] ?? "").replaceAll(
          ", ",
          ",",
        ),
        file(...after).replaceAll(", ", ","),
      ));
  it("only removes what nobody can tell the meaning of", () => {
    for (const entry of ["10.0.0.0/8", "*", "nginx", "0.0.0.0"])
      assert.deepEqual(
        Object.keys(fixesByTitle(code, file("127.0.0.1", entry))),
        ["Remove it"],
      );
  });
});
