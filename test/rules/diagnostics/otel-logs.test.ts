import { diagnosticsOtelLogs } from "../../../server/src/core/rules/diagnostics/otel-logs.ts";
import { check } from "../../support/check-rule.ts";

const plugin = `plugins: { entries: { "diagnostics-otel": { enabled: true } } }`;

describe("diagnostics.otel_logs", () => {
  it("points at the switch", () =>
    check(
      diagnosticsOtelLogs,
      `{
  ${plugin},
  diagnostics: { enabled: true, otel: { enabled: true, logs: true } },
  //                                                         ^^^^ diagnostics.otel_logs
}`,
    ));
  for (const text of [
    `{ ${plugin}, diagnostics: { enabled: true, otel: { enabled: true } } }`,
    `{ ${plugin}, diagnostics: { enabled: true, otel: { logs: true } } }`,
    `{ ${plugin}, diagnostics: { otel: { enabled: true, logs: true } } }`,
    `{ diagnostics: { enabled: true, otel: { enabled: true, logs: true } } }`,
    `{ plugins: { enabled: false, entries: { "diagnostics-otel": { enabled: true } } }, diagnostics: { enabled: true, otel: { enabled: true, logs: true } } }`,
  ])
    it(`is silent on ${text}`, () => check(diagnosticsOtelLogs, text));
});
