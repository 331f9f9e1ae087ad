import assert from "node:assert/strict";
import { startupTlsFilesMissing } from "../../../server/src/core/rules/startup/tls-files-missing.ts";
import { check } from "../../support/check-rule.ts";
import { fate } from "./starts.ts";

describe("startup.tls_files_missing", () => {
  it("points at TLS where one path is missing", () =>
    check(
      startupTlsFilesMissing,
      `{
  gateway: { tls: { enabled: true, keyPath: "/etc/key.pem" } },
  //         ^^^ startup.tls_files_missing
}`,
    ));
  it("points at the switch that leaves the default files to chance", () =>
    check(
      startupTlsFilesMissing,
      `{
  gateway: { tls: { enabled: true, autoGenerate: false } },
  //                                             ^^^^^ startup.tls_files_missing
}`,
    ));
  for (const [tls, severity] of [
    [`{ enabled: true }`, "silent"],
    [
      `{ enabled: true, certPath: "a", keyPath: "b", autoGenerate: false }`,
      "silent",
    ],
    [`{ enabled: true, certPath: "a" }`, "warning"],
    [`{ enabled: false, certPath: "a" }`, "silent"],
    [`{ certPath: "a" }`, "silent"],
  ] as const) {
    // Which files exist only the machine knows; one where they do starts.
    it(`tls ${tls}`, () =>
      assert.deepEqual(
        fate(
          "startup.tls_files_missing",
          `{ gateway: { mode: "local", tls: ${tls} } }`,
        ),
        [true, severity],
      ));
  }
});
