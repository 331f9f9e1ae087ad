import assert from "node:assert/strict";
import { diagnosticsOtelCleartext } from "../../../server/src/core/rules/diagnostics/otel-cleartext.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const configWith = (endpoint: string, more = ""): string =>
  `{ plugins: { entries: { "diagnostics-otel": { enabled: true } } }, diagnostics: { enabled: true, otel: { enabled: true, endpoint: "${endpoint}"${more} } } }`;

describe("diagnostics.otel_cleartext", () => {
  it("points at the address", () =>
    check(
      diagnosticsOtelCleartext,
      `{
  plugins: { entries: { "diagnostics-otel": { enabled: true } } },
  diagnostics: { enabled: true, otel: { enabled: true, endpoint: 'http://otel.example:4318' } },
  //                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ diagnostics.otel_cleartext
}`,
    ));
  for (const endpoint of [
    "https://otel.example",
    "http://localhost:4318",
    "http://127.0.0.1:4318",
    "http://[::1]:4318",
    "${OTEL_ENDPOINT}",
    "otel.example:4318",
    "",
  ])
    it(`is silent on "${endpoint}"`, () =>
      check(diagnosticsOtelCleartext, configWith(endpoint)));
  it("is silent while nothing is sent", () =>
    check(
      diagnosticsOtelCleartext,
      `{ diagnostics: { enabled: true, otel: { enabled: true, endpoint: "http://otel.example" } } }`,
    ));
  it("mentions the headers, if there are any", () => {
    const [found] = findingsOf(
      diagnosticsOtelCleartext,
      configWith("http://otel.example", ', headers: { "X-Key": "${KEY}" }'),
    );
    assert.match(found?.message ?? "", /headers that sign in/);
  });
});
