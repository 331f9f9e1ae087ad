import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { targetRelease } from "../../../server/src/core/dialects/clawdbot/release.ts";
import { describeSetting } from "../../../server/src/core/schema/describe-path.ts";
import { fill, stepsOf } from "../../../server/src/core/schema/setting-path.ts";
import { isRecord } from "../../support/is-record.ts";

// What the real release fills in where nothing is written, and what it takes over only after a restart. Recorded by hand with
// `npm run record-settings`. A default that differs here is to be put right in schemas/docs/.

/** Values that are filled in under a condition which the documentation names instead of a default. */
const conditional: Readonly<Record<string, RegExp>> = {
  "agents.defaults.contextPruning.mode": /Anthropic login/,
  "agents.defaults.contextPruning.ttl": /Anthropic login/,
  "agents.defaults.heartbeat.every": /Anthropic/,
  "models.providers.*.models[].maxTokens": /8192/,
};

function recorded(): {
  readonly release: unknown;
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly restart: ReadonlySet<string>;
  readonly settings: readonly string[];
} {
  const value: unknown = JSON.parse(
    readFileSync("test/core/schema/recorded-settings.generated.json", "utf8"),
  );
  assert.ok(isRecord(value) && isRecord(value["defaults"]));
  assert.ok(Array.isArray(value["restart"]));
  const union = readFileSync(
    "server/src/core/config/config-paths.generated.ts",
    "utf8",
  );
  return {
    release: value["release"],
    defaults: value["defaults"],
    restart: new Set(value["restart"].map(String)),
    settings: [...union.matchAll(/^\s+\| "(.+)";?$/gm)].map(
      ([, pattern = ""]) => pattern,
    ),
  };
}

const descriptionOf = (pattern: string) =>
  describeSetting(
    fill(
      pattern,
      stepsOf(pattern).flatMap<string | number>((step) =>
        step === "*" ? ["any name"] : step === "[]" ? [0] : [],
      ),
    ),
  );

describe("what is recorded of the release's settings", () => {
  const { release, defaults, restart, settings } = recorded();

  it("is of the release that all else is about", () =>
    assert.equal(release, targetRelease));

  it("has the defaults that the documentation says", () => {
    const wrong: string[] = [];
    const entries = Object.entries(defaults);
    assert.ok(entries.length > 50, `only ${entries.length} values`);
    for (const [pattern, value] of entries) {
      const description = descriptionOf(pattern);
      const condition = conditional[pattern];
      if (condition !== undefined)
        assert.match(description?.defaultNote ?? "", condition, pattern);
      else if (JSON.stringify(description?.default) !== JSON.stringify(value))
        wrong.push(
          `${pattern}: ${JSON.stringify(description?.default)}, the release fills in ${JSON.stringify(value)}`,
        );
    }
    assert.deepEqual(wrong, []);
  });

  it("leads to a page of the release's documentation for every setting", () => {
    const without = settings.filter((pattern) => {
      const description = descriptionOf(pattern);
      return description !== undefined && description.page === undefined;
    });
    assert.deepEqual(without, []);
  });

  it("wants a restart where the documentation says so, and nowhere else", () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const pattern of settings) {
      // A channel nobody knows has no say in it; the section itself only as a whole, when there was none before.
      if (pattern === "channels" || pattern.startsWith("channels.*")) continue;
      const description = descriptionOf(pattern);
      if (description === undefined) continue;
      compared++;
      if ((description.restart === true) !== restart.has(pattern))
        wrong.push(
          `${pattern} ${restart.has(pattern) ? "needs" : "needs no"} restart`,
        );
    }
    assert.ok(compared > 2000, `only ${compared} settings`);
    assert.deepEqual(wrong, []);
  });
});
