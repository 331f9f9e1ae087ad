import assert from "node:assert/strict";
import fc from "fast-check";
import { completionsAt } from "../../server/src/core/features/completion/complete.ts";
import type { Completion } from "../../server/src/core/features/completion/offer.ts";
import { configShape } from "../../server/src/core/schema/shape.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import {
  randomNumbers,
  RandomConfigs,
} from "../../scripts/schema/random-config.ts";
import { analyse } from "../support/analyse.ts";
import { anyConfig } from "../support/arbitrary-config.ts";

/** At how many places of a config something is accepted, and how many offers of one list are tried. */
const places = 4;
const tries = 6;

/** The text after accepting an offer, its stops left as they are. */
const accepted = (
  text: string,
  { span, insertion, further }: Completion,
): string =>
  applyEdits(text, [...further, { ...span, content: insertion.text }]);

describe("an accepted completion", () => {
  const kinds = new Map<string, number>();
  let configs = 0;
  let tried = 0;

  /** Accepts offers at random places; what comes out must be taken as what went in was. */
  function exercise(text: string, next: () => number): void {
    const analysis = analyse(text);
    if (!analysis.diagnosis.accepted) return;
    configs++;
    for (let place = 0; place < places; place++) {
      const offset = Math.floor(next() * (text.length + 1));
      // An offer that is an example is for the person to fill in.
      const offers = completionsAt(analysis, offset).filter(
        ({ isExample }) => !isExample,
      );
      for (let turn = 0; turn < Math.min(tries, offers.length); turn++) {
        const offer = offers[Math.floor(next() * offers.length)];
        if (offer === undefined) continue;
        tried++;
        kinds.set(offer.kind, (kinds.get(offer.kind) ?? 0) + 1);
        const after = accepted(text, offer);
        const { diagnosis } = analyse(after);
        assert.ok(
          diagnosis.accepted,
          `${offer.label} at ${offset} of\n${text}\ngives\n${after}\n${diagnosis.problems
            .filter(({ effect }) => effect === "refused")
            .map(({ code, message }) => `${code}: ${message}`)
            .join("\n")}`,
        );
      }
    }
  }

  it("leaves a config acceptable, in every style of writing", () => {
    fc.assert(
      fc.property(anyConfig, fc.integer(), (text, seed) =>
        exercise(text, randomNumbers(seed)),
      ),
      { numRuns: 300, seed: 20260124 },
    );
  }).timeout(60_000);

  it("leaves a config acceptable, in every section of the schema", () => {
    const next = randomNumbers(7);
    const random = new RandomConfigs(20260124, configShape());
    for (let round = 0; round < 400; round++)
      exercise(JSON.stringify(random.accepted(), undefined, 2), next);
  }).timeout(60_000);

  after(() => {
    assert.ok(configs > 250, `only ${configs} configs were accepted before`);
    assert.ok(tried > 2500, `only ${tried} offers were accepted`);
    for (const kind of ["key", "value"])
      assert.ok((kinds.get(kind) ?? 0) > 400, `${kind}: ${kinds.get(kind)}`);
  });
});
