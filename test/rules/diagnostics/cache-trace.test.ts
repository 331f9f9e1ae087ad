import assert from "node:assert/strict";
import { diagnosticsCacheTrace } from "../../../server/src/core/rules/diagnostics/cache-trace.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";
import { fixesOf } from "../../support/fixed.ts";

const gateway = `gateway: { mode: "local", auth: { token: "\${T}" } }`;

describe("diagnostics.cache_trace", () => {
  it("points at the switch", () =>
    check(
      diagnosticsCacheTrace,
      `{
  diagnostics: { cacheTrace: { enabled: true } },
  //                                    ^^^^ diagnostics.cache_trace
}`,
    ));
  for (const text of [
    `{ diagnostics: { cacheTrace: { enabled: false, filePath: "/tmp/x" } } }`,
    `{ diagnostics: { cacheTrace: { filePath: "/tmp/x" } } }`,
    `{ diagnostics: { cacheTrace: { enabled: "\${TRACE}" } } }`,
  ])
    it(`is silent on ${text}`, () => check(diagnosticsCacheTrace, text));
  it("is worse where others can read the file", () => {
    const severities = ["/home/me/x", "/tmp/x"].map((filePath) =>
      analyse(
        `{ ${gateway}, diagnostics: { cacheTrace: { enabled: true, filePath: "${filePath}" } } }`,
      ).diagnosis.problems.map(({ severity, related }) => [
        severity,
        related.length,
      ]),
    );
    assert.deepEqual(severities, [[["info", 0]], [["warning", 1]]]);
  });
  it("switches it off", () => {
    const text = `{ ${gateway}, diagnostics: { cacheTrace: { enabled: true } } }`;
    assert.deepEqual(
      fixesOf(diagnosticsCacheTrace.code, text).map(({ text: after }) => after),
      [text.replace("true", "false")],
    );
  });
});
