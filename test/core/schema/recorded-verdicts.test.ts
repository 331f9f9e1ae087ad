import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  placesOfFaults,
  unmatchedPlaces,
} from "../../../scripts/schema/compare-places.ts";
import { configGate } from "../../../server/src/core/schema/generated/gates.js";
import { faultsIn } from "../../../server/src/core/schema/interpret.ts";
import { configShape } from "../../../server/src/core/schema/shape.ts";
import { isRecord } from "../../support/is-record.ts";
import { rootOfText } from "./resolved.ts";

/** What the real release refuses in configs that were made from its schema and damaged (scripts/compare-with-release.ts). */
interface Recorded {
  readonly text: string;
  readonly refused: readonly string[];
}

function recordedVerdicts(): readonly Recorded[] {
  const entries: unknown = JSON.parse(
    readFileSync("test/core/schema/recorded-verdicts.generated.json", "utf8"),
  );
  assert.ok(Array.isArray(entries));
  return entries.map((entry: unknown): Recorded => {
    assert.ok(isRecord(entry) && Array.isArray(entry["refused"]));
    return {
      text: JSON.stringify(entry["config"]),
      refused: entry["refused"].map(String),
    };
  });
}

describe("recorded verdicts of the release's schema", () => {
  const verdicts = recordedVerdicts();

  it("are many, and of both kinds", () => {
    const refused = verdicts.filter(
      (verdict) => verdict.refused.length > 0,
    ).length;
    assert.ok(refused >= 100, `only ${refused} are refused`);
    assert.ok(verdicts.length - refused >= 40, "too few are accepted");
  });

  it("are the gate's verdicts", () => {
    for (const { text, refused } of verdicts) {
      assert.equal(
        configGate(rootOfText(text).toValue()),
        refused.length === 0,
        text,
      );
    }
  });

  it("name the places that we name, or places around them", () => {
    for (const { text, refused } of verdicts) {
      const ours = placesOfFaults(faultsIn(configShape(), rootOfText(text)));
      assert.deepEqual(unmatchedPlaces(ours, refused), [], text);
    }
  });
});
