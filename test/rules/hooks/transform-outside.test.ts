import assert from "node:assert/strict";
import { hooksTransformOutside } from "../../../server/src/core/rules/hooks/transform-outside.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const module = (path: string, rest = "") =>
  `{ hooks: { enabled: true, token: "\${T}", mappings: [{ transform: { module: ${JSON.stringify(path)} } }]${rest} } }`;

describe("hooks.transform_outside", () => {
  for (const [path, expected] of [
    ["hooks/ci.mjs", 0],
    ["./ci.mjs", 0],
    ["a/../ci.mjs", 0],
    ["${HOOKS}/ci.mjs", 0],
    ["../ci.mjs", 1],
    ["a/../../ci.mjs", 1],
    ["/opt/ci.mjs", 1],
    ["C:\\ci.mjs", 1],
  ] as const) {
    it(`${path} gives ${expected}`, () =>
      assert.equal(
        findingsOf(hooksTransformOutside, module(path)).length,
        expected,
      ));
  }
  it("is an info", () =>
    assert.equal(
      severities(hooksTransformOutside, module("/opt/ci.mjs")),
      "recommended info, strict warning",
    ));
  it("is silent while webhooks are off", () =>
    assert.equal(
      severities(
        hooksTransformOutside,
        `{ hooks: { mappings: [{ transform: { module: "/opt/ci.mjs" } }] } }`,
      ),
      "",
    ));
});
