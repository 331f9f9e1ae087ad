import assert from "node:assert/strict";
import {
  completionsAt,
  type Completion,
} from "../../../server/src/core/features/completion/complete.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse, type AnalyseOptions } from "../../support/analyse.ts";
import { withCursor } from "../../support/fixture.ts";

/** What is offered at the cursor of a text, and what becomes of the text when it is taken. */
export function complete(marked: string, options: AnalyseOptions = {}) {
  const { text, offset } = withCursor(marked);
  const offers = completionsAt(analyse(text, options), offset);
  const accept = ({ span, insertion, further }: Completion): string =>
    applyEdits(text, [...further, { ...span, content: insertion.text }]);
  return {
    offers,
    labels: offers.map(({ label }) => label),
    accepted: (label: string): string => {
      const offer = offers.find((each) => each.label === label);
      assert.ok(offer, `${label} is offered`);
      return accept(offer);
    },
    all: offers.map((offer) => [offer.label, accept(offer)] as const),
  };
}
