import assert from "node:assert/strict";
import { resolveInclude } from "../../../server/src/core/config/file-names.ts";

describe("resolveInclude", () => {
  for (const [from, path, expected] of [
    ["/c/clawdbot.json", "./a.json5", "/c/a.json5"],
    ["/c/clawdbot.json", "a.json5", "/c/a.json5"],
    ["/c/clawdbot.json", "../a.json5", "/a.json5"],
    ["/c/clawdbot.json", "../../../a.json5", "/a.json5"],
    ["/c/clawdbot.json", "/etc//x/./a", "/etc/x/a"],
    ["/c/clawdbot.json", "~/a", "/c/~/a"],
    ["C:\\c\\clawdbot.json", "sub\\a", "C:\\c\\sub\\a"],
    ["C:\\c\\clawdbot.json", "../a", "C:\\a"],
    ["C:\\c\\clawdbot.json", "D:\\a", "D:\\a"],
    [
      "vscode-vfs://github/o/r/clawdbot.json",
      "./d/a",
      "vscode-vfs://github/o/r/d/a",
    ],
    ["vscode-vfs://github/o/r/clawdbot.json", "/a", "vscode-vfs://github/a"],
  ] as const) {
    it(`${path} in ${from}`, () =>
      assert.equal(resolveInclude(from, path), expected));
  }
});
