import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

describe("generated files", () => {
  it("are what the code makes of them", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "dist/scripts/generate.mjs",
      "--check",
    ]);
    assert.match(stdout, /up to date/);
  });
});
