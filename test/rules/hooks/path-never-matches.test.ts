import assert from "node:assert/strict";
import { hooksPathNeverMatches } from "../../../server/src/core/rules/hooks/path-never-matches.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("hooks.path_never_matches", () => {
  // Whether the handler of the release's gateway/server-http.js, with the path as gateway/hooks.js makes it, ever answers.
  for (const [path, expected] of [
    ["/my hooks", 1],
    ["/ /", 1],
    ["//a", 1],
    ["/./", 1],
    ["/a/../b", 1],
    ["/höoks", 1],
    ["/hooks?x", 1],
    ["/hooks#x", 1],
    ["\\\\hooks", 1],
    ["/hooks", 0],
    ["hooks", 0],
    ["/hooks/", 0],
    ["/a/b-c_d.e", 0],
    ["/%41", 0],
    [" ", 0],
    ["/", 0],
    ["//", 0],
    ["${PATH_OF_HOOKS}", 0],
  ] as const) {
    it(`${path} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          hooksPathNeverMatches,
          `{ hooks: { enabled: true, token: "\${T}", path: "${path}" } }`,
        ).length,
        expected,
      ));
  }
  it("is silent while webhooks are off", () =>
    assert.equal(
      findingsOf(hooksPathNeverMatches, `{ hooks: { path: "/my hooks" } }`)
        .length,
      0,
    ));
});
