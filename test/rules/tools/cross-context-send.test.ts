import { toolsCrossContextSend } from "../../../server/src/core/rules/tools/cross-context-send.ts";
import { check } from "../../support/check-rule.ts";

describe("tools.cross_context_send", () => {
  it("points at both spellings", () =>
    check(
      toolsCrossContextSend,
      `{ tools: { message: {
  allowCrossContextSend: true,
  //                     ^^^^ tools.cross_context_send
  crossContext: { allowAcrossProviders: true },
  //                                    ^^^^ tools.cross_context_send
} } }`,
    ));
  for (const text of [
    `{ tools: { message: { crossContext: { allowAcrossProviders: false } } } }`,
    `{ tools: { message: { crossContext: { allowWithinProvider: true } } } }`,
    `{ tools: { message: {} } }`,
  ]) {
    it(`is silent on ${text}`, () => check(toolsCrossContextSend, text));
  }
});
