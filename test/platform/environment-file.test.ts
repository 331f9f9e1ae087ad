import assert from "node:assert/strict";
import {
  describeEnvironmentFile,
  environmentFileBeside,
  environmentFileNames,
} from "../../server/src/platform/environment-file.ts";

describe("environmentFileNames", () => {
  it("gives names, and whether each has a value, and no value", () => {
    const names = environmentFileNames(
      [
        "A=1",
        "export B = two words # comment",
        "# C=1",
        "D=",
        'E=""',
        "F=''",
        "G=",
        "G=last\r",
        "not a line",
        "H: yaml-like",
        "I='of two",
        "J=lines'",
      ].join("\n"),
    );
    assert.deepEqual(Object.fromEntries(names), {
      A: true,
      B: true,
      D: false,
      E: false,
      F: false,
      G: true,
      H: true,
      I: true,
    });
  });
});

describe("environmentFileBeside", () => {
  for (const [config, file] of [
    ["/home/me/.clawdbot/clawdbot.json", "/home/me/.clawdbot/.env"],
    ["C:\\Users\\me\\clawdbot.json", "C:\\Users\\me\\.env"],
    ["vscode-vfs://github/o/r/clawdbot.json", "vscode-vfs://github/o/r/.env"],
    // Never saved: there is no folder to put a file into.
    ["untitled:Untitled-1", undefined],
    ["clawdbot.json", undefined],
  ] as const)
    it(`${config} has ${String(file)}`, () =>
      assert.equal(environmentFileBeside(config), file));
});

describe("describeEnvironmentFile", () => {
  const describeText = (text: string) =>
    describeEnvironmentFile("/x/.env", { text });

  it("gives names and the end, and nothing else", () =>
    assert.deepEqual(describeText("A=secret-value\r\nB=é𝒳"), {
      file: "/x/.env",
      exists: true,
      names: new Set(["A", "B"]),
      length: 21,
      end: { line: 1, character: 5 },
      lineBreak: "\r\n",
      endsMidLine: true,
    }));
  it("knows a file that is not there yet", () =>
    assert.deepEqual(describeEnvironmentFile("/x/.env", { error: "missing" }), {
      file: "/x/.env",
      exists: false,
      names: new Set(),
      length: 0,
      end: { line: 0, character: 0 },
      lineBreak: "\n",
      endsMidLine: false,
    }));
  it("is silent about one that cannot be read", () => {
    for (const error of ["forbidden", "unreadable", "directory"] as const)
      assert.equal(describeEnvironmentFile("/x/.env", { error }), undefined);
  });
  it("refuses a file whose open quote would swallow a new line", () => {
    for (const quote of ["'", '"', "`"])
      assert.equal(describeText(`A=${quote}open\n`), undefined, quote);
    assert.ok(describeText("A='it''s'\nB=\"closed\"\n# don't\n"));
  });
});
