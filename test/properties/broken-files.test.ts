import assert from "node:assert/strict";
import { completionsAt } from "../../server/src/core/features/completion/complete.ts";
import {
  includeOffers,
  includePathAt,
} from "../../server/src/core/features/completion/include-offers.ts";
import { documentLinks } from "../../server/src/core/features/document-links.ts";
import { documentSymbols } from "../../server/src/core/features/document-symbols.ts";
import { foldsOf } from "../../server/src/core/features/folding.ts";
import {
  formattingAfter,
  formattingOf,
} from "../../server/src/core/features/format.ts";
import { hoverAt } from "../../server/src/core/features/hover.ts";
import { inlayHints } from "../../server/src/core/features/inlay-hints.ts";
import { renameAt, usesAt } from "../../server/src/core/features/names.ts";
import { problemsIn } from "../../server/src/core/features/quick-fixes.ts";
import { secretSpans } from "../../server/src/core/features/secret-spans.ts";
import { selectionsAt } from "../../server/src/core/features/selection.ts";
import { semanticTokens } from "../../server/src/core/features/semantic-tokens.ts";
import { workspaceSymbols } from "../../server/src/core/features/workspace-symbols.ts";
import { LineIndex } from "../../server/src/core/text/line-index.ts";
import { analyse, configFile } from "../support/analyse.ts";
import { brokenTexts } from "../support/broken-texts.ts";

/** Damage too small or too odd to come about by chance. */
const odd: readonly string[] = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  '"',
  "'",
  "/*",
  "//",
  "$",
  "\\",
  '{ gateway: { auth: { token: "${',
  "{ $include: ",
  '{ $include: ["',
  "\uFEFF{ \uD800: '\u0000' }",
  "{ a: { b: { c: [ [ { ",
  "{\r\n  gateway {\r\n bind = lan;\r\n}",
];

const texts = [...brokenTexts(60, 20260124), ...odd];
const options = { indent: "  " } as const;

describe("any offset of a broken file", () => {
  it("gets an answer from every feature", () => {
    assert.ok(texts.length >= 50, `${texts.length} files`);
    let asked = 0;
    const answered = new Map<string, number>();
    const count = (feature: string, answers: number): void => {
      answered.set(feature, (answered.get(feature) ?? 0) + answers);
    };
    const broken = texts.filter(
      (text) => analyse(text).resolved.document.problems.length > 0,
    );
    assert.ok(broken.length >= 50, `${broken.length} are broken`);
    for (const text of broken) {
      const analysis = analyse(text, {
        files: { "/config/base.json5": `{ logging: {` },
      });
      const whole = { offset: 0, length: text.length };
      count("symbols", documentSymbols(analysis).length);
      count("links", documentLinks(analysis).length);
      count("folds", foldsOf(analysis, new LineIndex(text)).length);
      count("tokens", semanticTokens(analysis, configFile).length);
      count("secrets", secretSpans(analysis, configFile).length);
      count("workspace", workspaceSymbols(analysis, "").length);
      assert.deepEqual(inlayHints(analysis, configFile, whole, "all"), []);
      formattingOf(analysis, options);
      for (let offset = 0; offset <= text.length; offset++) {
        asked++;
        const offers = completionsAt(analysis, offset);
        for (const { span } of offers)
          assert.ok(
            span.offset <= offset && offset <= span.offset + span.length,
            "what is replaced holds the cursor",
          );
        count("offers", offers.length);
        const path = includePathAt(analysis, offset, configFile);
        if (path !== undefined)
          count(
            "files",
            includeOffers(
              analysis,
              path,
              [{ name: "x.json5", isFolder: false }],
              configFile,
            ).length,
          );
        const hover = hoverAt(analysis, offset);
        assert.ok((hover?.markdown.split("\n").length ?? 0) <= 25);
        count("hovers", hover === undefined ? 0 : 1);
        assert.ok(selectionsAt(analysis, offset).length > 0);
        count("names", usesAt(analysis, configFile, offset) ? 1 : 0);
        renameAt(analysis, configFile, offset, "new-name");
        problemsIn(analysis, configFile, offset, offset);
        formattingAfter(analysis, offset, "}", options);
        const part = { offset, length: 1 };
        semanticTokens(analysis, configFile, part);
        inlayHints(analysis, configFile, part, "all");
      }
    }
    assert.ok(asked > 20_000, `${asked} offsets`);
    const leasts = [
      ["symbols", 150],
      ["links", 100],
      ["folds", 200],
      ["tokens", 150],
      ["secrets", 20],
      ["workspace", 50],
      ["offers", 50_000],
      ["files", 20],
      ["hovers", 5000],
      ["names", 1000],
    ] as const;
    assert.deepEqual(
      leasts.filter(([feature, least]) => (answered.get(feature) ?? 0) < least),
      [],
      JSON.stringify([...answered]),
    );
  }).timeout(60_000);
});
