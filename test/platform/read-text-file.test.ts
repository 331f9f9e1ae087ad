import assert from "node:assert/strict";
import { symlink, truncate } from "node:fs/promises";
import { readTextFile } from "../../server/src/platform/read-text-file.ts";
import { makeFifo } from "../support/make-fifo.ts";
import { TemporaryFolder } from "../support/temporary-folder.ts";

describe("reading a text file", () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.make();
  });
  afterEach(() => folder.remove());

  it("gives the text, whatever its length", async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 1_000_000]) {
      const text = "é".repeat(length);
      const file = await folder.file("a", text);
      assert.deepEqual(await readTextFile(file), { text });
    }
  });

  it("replaces what is no UTF-8, as the program does", async () => {
    const file = await folder.file("a");
    const { writeFile } = await import("node:fs/promises");
    await writeFile(file, Buffer.from([0x22, 0xff, 0xfe, 0x22]));
    assert.deepEqual(await readTextFile(file), { text: '"\uFFFD\uFFFD"' });
  });

  it("says why there is none", async () => {
    await makeFifo(folder.at("pipe"));
    await symlink(folder.at("loop"), folder.at("loop"));
    await folder.file("large");
    await truncate(folder.at("large"), 50 * 1024 * 1024);
    for (const [file, error] of [
      [folder.at("none"), "missing"],
      [folder.at("large/none"), "missing"],
      [folder.path, "directory"],
      [folder.at("pipe"), "unreadable"],
      [folder.at("loop"), "unreadable"],
      ["/dev/zero", "unreadable"],
      [`/${"a".repeat(300)}`, "unreadable"],
      ["/a\0b", "unreadable"],
      [folder.at("large"), "too-large"],
    ] as const)
      assert.deepEqual(await readTextFile(file), { error }, file);
  });
});
