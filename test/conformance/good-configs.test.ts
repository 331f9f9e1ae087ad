import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { listCases } from "../../scripts/conformance/cases.ts";
import {
  goodFolder,
  textsOf,
  type GoodVerdict,
} from "../../scripts/conformance/good-configs.ts";
import { environmentModes } from "../../server/src/core/config/environment.ts";
import { targetRelease } from "../../server/src/core/dialects/clawdbot/release.ts";
import { analysisOf, filesOf } from "./load-case.ts";

/** What may be said of a good config all the same, as `code path`, with the reason; warnings and errors never. */
const toldAllTheSame: Readonly<
  Record<string, Readonly<Record<string, string>>>
> = {};

const cases = listCases(goodFolder);

describe("configs of people who did it right", () => {
  it("are twenty and more, of every kind", () => {
    assert.ok(cases.length >= 20, `only ${cases.length}`);
    const texts = cases.map(({ file }) => readFileSync(file, "utf8")).join("");
    for (const word of [
      "telegram",
      "discord",
      "slack",
      "whatsapp",
      "signal",
      "imessage",
      "msteams",
      "matrix",
      "mattermost",
      "accounts",
      "hooks",
      "tailscale",
      "cron",
      "providers",
      "$include",
      "browser",
    ])
      assert.ok(texts.includes(word), word);
  });

  for (const each of cases) {
    describe(each.name, () => {
      it("was accepted by the real release, and its gateway starts", () => {
        const verdict = JSON.parse(
          readFileSync(each.verdictFile, "utf8"),
        ) as GoodVerdict;
        assert.equal(verdict.release, targetRelease);
        assert.deepEqual(
          verdict.texts,
          textsOf(each),
          "the verdict is about these texts: npm run record-good-configs",
        );
        assert.ok(verdict.accepted);
        assert.ok(verdict.starts);
      });

      it("is given a clean bill in the recommended profile", async () => {
        const files = await filesOf(each);
        const { diagnosis } = analysisOf(
          resolve(each.file),
          files,
          environmentModes.unknown,
        );
        assert.ok(diagnosis.accepted);
        assert.equal(diagnosis.starts, true);
        const reasons = toldAllTheSame[each.name] ?? {};
        assert.deepEqual(
          diagnosis.problems
            .filter(
              ({ code, path, severity }) =>
                severity === "error" ||
                severity === "warning" ||
                reasons[`${code} ${path.join(".")}`] === undefined,
            )
            .map(
              ({ code, path, severity, message }) =>
                `${severity} ${code} ${path.join(".")}: ${message}`,
            ),
          [],
        );
      });
    });
  }
});
