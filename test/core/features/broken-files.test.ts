import assert from "node:assert/strict";
import { completionsAt } from "../../../server/src/core/features/completion/complete.ts";
import { documentLinks } from "../../../server/src/core/features/document-links.ts";
import { documentSymbols } from "../../../server/src/core/features/document-symbols.ts";
import { foldsOf } from "../../../server/src/core/features/folding.ts";
import { hoverAt } from "../../../server/src/core/features/hover.ts";
import { renameAt, usesAt } from "../../../server/src/core/features/names.ts";
import { selectionsAt } from "../../../server/src/core/features/selection.ts";
import { LineIndex } from "../../../server/src/core/text/line-index.ts";
import { analyse, configFile } from "../../support/analyse.ts";

const whole = `{
  // who may write
  channels: { telegram: { dmPolicy: 'open', allowFrom: ["*"] } },
  "agents": { list: [{ id: "a", model: "\${M}" }] }, bindings: [{ agentId: "a" }],
}`;

/** Damage as people and editors do it: cut off, something left out, something too much. */
const broken: readonly string[] = [
  ...Array.from({ length: 36 }, (_, index) =>
    whole.slice(0, Math.floor((whole.length * index) / 36)),
  ),
  ...["{", "}", "[", "]", ":", ",", '"', "'"].flatMap((mark) => [
    whole.replace(mark, ""),
    whole.replace(mark, mark + mark),
    mark,
  ]),
  '{ gateway: { auth: { token: "${',
  "{ $include: ",
  "/*",
  "\uFEFF{ \uD800: '\u0000' }",
  "{ a: { b: { c: [ [ { ",
  "{\r\n  gateway {\r\n bind = lan;\r\n}",
];

describe("any offset of a broken file", () => {
  it("gets an answer from every feature", () => {
    assert.ok(broken.length >= 50, `${broken.length} files`);
    let asked = 0;
    let answered = 0;
    for (const text of broken) {
      const analysis = analyse(text);
      documentSymbols(analysis);
      documentLinks(analysis);
      foldsOf(analysis, new LineIndex(text));
      for (let offset = 0; offset <= text.length; offset++) {
        asked++;
        const offers = completionsAt(analysis, offset);
        for (const { span } of offers)
          assert.ok(
            span.offset <= offset && offset <= span.offset + span.length,
            "what is replaced holds the cursor",
          );
        const hover = hoverAt(analysis, offset);
        const selections = selectionsAt(analysis, offset);
        assert.ok(selections.length > 0);
        usesAt(analysis, configFile, offset);
        renameAt(analysis, configFile, offset, "new-name");
        if (offers.length > 0 || hover !== undefined) answered++;
      }
    }
    assert.ok(asked > 5000, `${asked} offsets`);
    assert.ok(answered > 2500, `${answered} with something to say`);
  }).timeout(20_000);
});
