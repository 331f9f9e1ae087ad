import assert from "node:assert/strict";
import { gatewayTlsDroppedKey } from "../../../server/src/core/rules/gateway/tls-dropped-key.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.tls_dropped_key";
const file = (tls: string): string =>
  `{ gateway: { mode: "local", auth: { token: "\${T}" }, tls: ${tls} } }`;

describe(code, () => {
  it("points at each key that is dropped", () =>
    check(
      gatewayTlsDroppedKey,
      `{
  gateway: { tls: { enable: true, certPath: "/c", nonsense: 1 } },
  //                        ^^^^ gateway.tls_dropped_key
  //                                                        ^ gateway.tls_dropped_key
}`,
    ));
  it("knows the release's own keys", () =>
    check(
      gatewayTlsDroppedKey,
      file(
        `{ enabled: true, autoGenerate: true, certPath: "/c", keyPath: "/k", caPath: "/a" }`,
      ),
    ));
  for (const [key, meant] of [
    ["enable", "enabled"],
    ["Enabled", "enabled"],
    ["cert", "certPath"],
    ["cert_path", "certPath"],
    ["certFile", "certPath"],
    ["privateKey", "keyPath"],
    ["kayPath", "keyPath"],
    ["ca", "caPath"],
    ["autogenerate", "autoGenerate"],
    ["minVersion", undefined],
  ] as const)
    it(`${key} means ${meant}`, () => {
      const [finding] = findingsOf(
        gatewayTlsDroppedKey,
        file(`{ ${key}: "x" }`),
      );
      const [, found] = /; (\w+) is the key/.exec(finding?.message ?? "") ?? [];
      assert.equal(found, meant);
    });
  it("renames all at once, as a certificate without its key stops the gateway", () =>
    assert.equal(
      fixesByTitle(code, file(`{ enabled: true, cert: "/c", key: "/k" }`))[
        "Rename cert to certPath, key to keyPath"
      ],
      file(`{ enabled: true, certPath: "/c", keyPath: "/k" }`),
    ));
  it("renames nothing to a key that is there, or that another takes", () => {
    assert.deepEqual(
      Object.keys(
        fixesByTitle(
          code,
          file(`{ cert: "/c", certPath: "/d", enabled: false }`),
        ),
      ),
      ["Remove it"],
    );
    assert.equal(
      fixesByTitle(code, file(`{ enabled: false, ca: "/c", caFile: "/d" }`))[
        "Rename ca to caPath"
      ],
      file(`{ enabled: false, caPath: "/c", caFile: "/d" }`),
    );
  });
  it("never makes the program refuse the file", () =>
    assert.deepEqual(
      Object.keys(fixesByTitle(code, file(`{ enable: "yes" }`))),
      ["Remove it"],
    ));
});
