import assert from "node:assert/strict";
import { isIgnored } from "../../../server/src/core/text/git-ignore.ts";

describe("what Git leaves out", () => {
  // Each line was put before `git check-ignore --no-index` as well.
  for (const [patterns, path, expected] of [
    ["clawdbot.json", "clawdbot.json", true],
    ["clawdbot.json", "deep/er/clawdbot.json", true],
    ["/clawdbot.json", "clawdbot.json", true],
    ["/clawdbot.json", "deep/clawdbot.json", false],
    ["deep/clawdbot.json", "deep/clawdbot.json", true],
    ["deep/clawdbot.json", "er/deep/clawdbot.json", false],
    ["*.json", "clawdbot.json", true],
    ["*", "clawdbot.json", true],
    ["claw*.js?n", "clawdbot.json", true],
    ["claw*.jso?n", "clawdbot.json", false],
    ["[a-c]lawdbot.json", "clawdbot.json", true],
    ["[!a-c]lawdbot.json", "clawdbot.json", false],
    ["[]c]lawdbot.json", "clawdbot.json", true],
    ["[clawdbot.json", "clawdbot.json", false],
    // Folders, which take everything in them along.
    ["deep", "deep/clawdbot.json", true],
    ["deep/", "deep/clawdbot.json", true],
    ["deep/", "deep", false],
    ["**/deep", "a/b/deep/clawdbot.json", true],
    ["a/**/clawdbot.json", "a/clawdbot.json", true],
    ["a/**/clawdbot.json", "a/b/c/clawdbot.json", true],
    ["a/**", "a/b/clawdbot.json", true],
    ["a/**", "b/clawdbot.json", false],
    // The last word counts, but not below a folder that is left out.
    ["*.json\n!clawdbot.json", "clawdbot.json", false],
    ["!clawdbot.json\n*.json", "clawdbot.json", true],
    ["deep\n!deep/clawdbot.json", "deep/clawdbot.json", true],
    ["deep/*\n!deep/clawdbot.json", "deep/clawdbot.json", false],
    // Spelling.
    ["# clawdbot.json", "clawdbot.json", false],
    ["\\#notes", "#notes", true],
    ["\\!a", "!a", true],
    ["clawdbot.json   ", "clawdbot.json", true],
    ["clawdbot.json\r", "clawdbot.json", true],
    ["a b", "a b", true],
    ["\\*", "clawdbot.json", false],
    ["\\*", "*", true],
    ["", "clawdbot.json", false],
    ["/", "clawdbot.json", false],
  ] as const) {
    it(`${JSON.stringify(patterns)} ${expected ? "leaves out" : "keeps"} ${path}`, () =>
      assert.equal(
        isIgnored(path.split("/"), [{ folder: [], text: `${patterns}\n` }]),
        expected,
      ));
  }

  it("lets the nearest file decide, and counts its paths from there", () => {
    const files = [
      { folder: [], text: "*.json\n" },
      { folder: ["deep"], text: "!/clawdbot.json\n" },
    ];
    assert.equal(isIgnored(["deep", "clawdbot.json"], files), false);
    assert.equal(isIgnored(["deep", "er", "clawdbot.json"], files), true);
    assert.equal(isIgnored(["clawdbot.json"], files), true);
  });

  it("takes no time over a pattern made to take it", () => {
    const text = `${"*a".repeat(200)}b\n${"**/".repeat(50)}x\n`;
    assert.equal(isIgnored(["a".repeat(255)], [{ folder: [], text }]), false);
  });
});
