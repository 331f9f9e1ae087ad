import assert from "node:assert/strict";
import {
  foldersAbove,
  nameWithin,
  parentFolder,
  pathBelow,
  resolveInclude,
  shortPath,
  userPath,
} from "../../../server/src/core/config/file-names.ts";

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

describe("a path in a person's words", () => {
  for (const [written, home, expected] of [
    ["~", "/home/me", "/home/me"],
    ["~/a/../b", "/home/me", "/home/me/b"],
    ["~//a", "/home/me", "/home/me/a"],
    [" /etc/./a ", "/home/me", "/etc/a"],
    ["a/b", "/home/me", undefined],
    ["./a", "/home/me", undefined],
    ["~other/a", "/home/me", undefined],
    ["C:\\a", "/home/me", undefined],
    ["C:\\a\\..\\b", "C:\\Users\\me", "C:\\b"],
    ["~\\a", "C:\\Users\\me", "C:\\Users\\me\\a"],
    // On another machine, which nobody asks.
    ["\\\\server\\share\\a", "C:\\Users\\me", undefined],
    ["//server/share/a", "/home/me", undefined],
  ] as const) {
    it(`${JSON.stringify(written)} with home ${home}`, () =>
      assert.equal(userPath(written, home), expected));
  }

  it("is short below home", () => {
    assert.equal(shortPath("/home/me/a", "/home/me"), "~/a");
    assert.equal(shortPath("/home/me", "/home/me"), "~");
    assert.equal(shortPath("/home/meadow/a", "/home/me"), "/home/meadow/a");
    assert.equal(shortPath("C:\\Users\\me\\a", "C:\\Users\\me"), "~\\a");
  });

  it("lies in a folder", () => {
    for (const [name, expected] of [
      ["/a/b/c", "/a/b"],
      ["/a/b/", "/a"],
      ["/a", "/"],
      ["/", undefined],
      ["a", undefined],
      // On POSIX a backslash is a letter like any other.
      ["/a/b\\c", "/a"],
      ["C:\\a\\b", "C:\\a"],
      ["C:\\a", "C:\\"],
      ["C:\\", undefined],
      ["C:/a/b", "C:/a"],
      ["\\\\server\\share\\a", "\\\\server\\share"],
      ["memfs:///a", "memfs:///"],
      ["memfs:///", undefined],
      ["vscode-vfs://github/o/r", "vscode-vfs://github/o"],
      ["vscode-vfs://github", undefined],
    ] as const)
      assert.equal(parentFolder(name), expected, name);
  });

  it("is called from a folder above it", () => {
    assert.equal(nameWithin("/a", "/a/b/c"), "b/c");
    assert.equal(nameWithin("/", "/a"), "a");
    assert.equal(nameWithin("/a", "/ab"), undefined);
    assert.equal(nameWithin("C:\\a", "C:\\a\\b\\c"), "b/c");
    assert.equal(nameWithin("C:/a", "C:/a/b"), "b");
    assert.equal(nameWithin("memfs:///", "memfs:///a"), "a");
  });

  it("has folders above it", () => {
    assert.deepEqual(foldersAbove("/a/b/c"), ["/a/b", "/a", "/"]);
    assert.deepEqual(foldersAbove("C:\\a\\b"), ["C:\\a", "C:\\"]);
    assert.equal(pathBelow("/", ["a"]), "/a");
    assert.equal(pathBelow("/a", ["b", "c"]), "/a/b/c");
    assert.equal(pathBelow("C:\\a", ["b"]), "C:\\a\\b");
    assert.equal(pathBelow("C:/a", ["b"]), "C:/a/b");
    assert.equal(pathBelow("memfs:///", ["a"]), "memfs:///a");
    assert.equal(pathBelow("\\\\server\\share", ["a"]), "\\\\server\\share\\a");
  });
});
