import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { targetRelease } from "../../server/src/core/dialects/clawdbot/release.ts";
import { plugins } from "../../server/src/core/dialects/clawdbot/plugins.ts";
import { isRecord } from "../support/is-record.ts";

// When this test fails, schemas/ and its origin are out of step. What to do:
// 1. Was a file of the release in schemas/ edited by hand? Undo it: they are the release's own words. What we say about
//    settings belongs into schemas/docs/.
// 2. Is a new release meant? Write its version into scripts/oracle/package.json, renew the lock file there, remove the
//    cache that scripts/oracle/release.ts names, and run `npm run refresh-schema`, then `npm run generate`.
// 3. Then set targetRelease in server/src/core/dialects/clawdbot/release.ts, and compare: `node
//    dist/scripts/compare-with-release.mjs --record`, and record the conformance cases anew.
// 4. Settings that are new want documentation: test/core/schema/describe-path.test.ts names them.

const read = (name: string): string => readFileSync(`schemas/${name}`, "utf8");

function origin(): {
  readonly package: unknown;
  readonly version: unknown;
  readonly sha256: Readonly<Record<string, unknown>>;
} {
  const value: unknown = JSON.parse(read("clawdbot.schema.origin.json"));
  assert.ok(isRecord(value) && isRecord(value["sha256"]));
  return {
    package: value["package"],
    version: value["version"],
    sha256: value["sha256"],
  };
}

describe("schemas/", () => {
  it("come from the release that all else is about", () => {
    assert.equal(origin().package, "clawdbot");
    assert.equal(origin().version, targetRelease);
    const pins: unknown = JSON.parse(
      readFileSync("scripts/oracle/package.json", "utf8"),
    );
    assert.ok(isRecord(pins) && isRecord(pins["dependencies"]));
    assert.equal(pins["dependencies"]["clawdbot"], targetRelease);
  });

  it("are as the release gave them", () => {
    const { sha256 } = origin();
    const files = [
      "clawdbot.validation.json",
      "plugin-channels.json",
      "plugins.json",
    ];
    assert.deepEqual(Object.keys(sha256).toSorted(), files);
    for (const file of files) {
      assert.equal(
        createHash("sha256").update(read(file)).digest("hex"),
        sha256[file],
        file,
      );
    }
  });

  it("hold the same plugins as the table of plugins", () => {
    const value: unknown = JSON.parse(read("plugins.json"));
    assert.ok(isRecord(value));
    assert.deepEqual(
      Object.keys(value).toSorted(),
      plugins.map(({ id }) => id).toSorted(),
    );
  });

  it("hold nothing that is not accounted for", () => {
    assert.deepEqual(readdirSync("schemas").toSorted(), [
      "README.md",
      "clawdbot-lint.schema.json",
      "clawdbot.schema.json",
      "clawdbot.schema.origin.json",
      "clawdbot.validation.json",
      "docs",
      "plugin-channels.json",
      "plugins.json",
    ]);
  });
});
