import assert from "node:assert/strict";
import { isIP } from "node:net";
import fc from "fast-check";
import { parseIp, scopeOf } from "../../../server/src/core/text/ip-address.ts";

describe("parseIp", () => {
  for (const [text, canonical] of [
    ["127.0.0.1", "127.0.0.1"],
    ["010.0.0.1", "10.0.0.1"],
    ["::1", "::1"],
    ["::", "::"],
    ["0:0:0:0:0:0:0:1", "::1"],
    ["FD7A:115C:A1E0::AB12", "fd7a:115c:a1e0::ab12"],
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["fe80::", "fe80::"],
    ["::ffff:7f00:1", "::ffff:127.0.0.1"],
    ["::FFFF:127.0.0.1", "::ffff:127.0.0.1"],
    ["1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"],
  ] as const)
    it(`reads ${text}`, () =>
      assert.equal(parseIp(text)?.canonical, canonical));

  for (const text of [
    "",
    "1.2.3",
    "1.2.3.256",
    "1.2.3.4.5",
    "1.2.3.4:80",
    "[::1]",
    ":::",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7::8",
    "12345::",
    "1.2.3.4::1",
    ":1",
    "1:",
    "fe80::1%eth0",
    "localhost",
    "10.0.0.0/8",
  ])
    it(`knows no address in ${JSON.stringify(text)}`, () =>
      assert.equal(parseIp(text), undefined));

  it("agrees with Node about which texts are addresses", () => {
    const word = fc.constantFrom("0", "1", "ff", "a0b", "12345", "", "255");
    const texts = fc
      .tuple(
        fc.array(word, { minLength: 3, maxLength: 9 }),
        fc.constantFrom(":", "."),
      )
      .map(([words, separator]) => words.join(separator));
    let addresses = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const version = isIP(text);
        if (version !== 0) addresses += 1;
        assert.equal(parseIp(text)?.version ?? 0, version, text);
      }),
      { numRuns: 5000 },
    );
    assert.ok(addresses > 100, `only ${addresses} addresses were tried`);
  });

  it("writes an address in the form that a URL has it", () => {
    const group = fc.constantFrom(0, 0, 0, 1, 0xab, 0xffff);
    const groups = fc.array(group, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, (parts) => {
        const text = parts.map((part) => part.toString(16)).join(":");
        const canonical = parseIp(text)?.canonical ?? "";
        // The URL standard compresses alike, except that it knows no dotted form.
        if (canonical.includes(".")) return;
        assert.equal(`[${canonical}]`, new URL(`http://[${text}]/`).hostname);
      }),
    );
  });
});

describe("scopeOf", () => {
  for (const [text, scope] of [
    ["127.0.0.1", "loopback"],
    ["127.9.9.9", "loopback"],
    ["::1", "loopback"],
    ["::ffff:127.0.0.1", "loopback"],
    ["0.0.0.0", "unspecified"],
    ["::", "unspecified"],
    ["10.1.2.3", "private"],
    ["172.15.0.1", "public"],
    ["172.16.0.1", "private"],
    ["172.31.0.1", "private"],
    ["172.32.0.1", "public"],
    ["192.168.1.1", "private"],
    ["169.254.1.1", "private"],
    ["100.64.0.1", "private"],
    ["100.128.0.1", "public"],
    ["203.0.113.9", "public"],
    ["fd7a:115c:a1e0::1", "private"],
    ["fe80::1", "private"],
    ["2606:4700::1", "public"],
    ["::ffff:8.8.8.8", "public"],
  ] as const)
    it(`${text} is ${scope}`, () => {
      const address = parseIp(text);
      assert.ok(address);
      assert.equal(scopeOf(address), scope);
    });
});
