import assert from "node:assert/strict";
import fc from "fast-check";
import JSON5 from "json5";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { editsFor } from "../../server/src/core/json5/edits.ts";
import type { TreeChange } from "../../server/src/core/json5/edits.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import {
  arbitraryChoice,
  changeOf,
  commentsOf,
  isCopying,
  model,
  pathsOf,
  sorted,
} from "../support/arbitrary-change.ts";
import type { Tree } from "../support/arbitrary-change.ts";
import { arbitraryConfig } from "../support/arbitrary-json5.ts";

describe("edits of JSON5", () => {
  const { warn } = console;
  before(() => (console.warn = () => {}));
  after(() => (console.warn = warn));

  it("make exactly the intended value, and lose no comment", () => {
    const made: Record<string, number> = {};
    fc.assert(
      fc.property(arbitraryConfig, arbitraryChoice, ({ text }, chosen) => {
        const change = changeOf(pathsOf(text), chosen);
        const expected = JSON5.parse<Tree>(text);
        const possible =
          change.op === "set" && change.path.length === 0
            ? true
            : model(expected, change);
        const edits = editsFor(parseJson5(text), [change]);
        if (!possible) return;
        assert.ok(edits, "the change was not made");
        const after = applyEdits(text, edits);
        assert.deepEqual(parseJson5(after).problems, [], after);
        assert.deepEqual(
          JSON5.parse(after),
          change.op === "set" && change.path.length === 0
            ? change.value
            : expected,
          after,
        );
        if (!isCopying(change))
          assert.deepEqual(
            sorted(commentsOf(after)),
            sorted(commentsOf(text)),
            after,
          );
        made[change.op] = (made[change.op] ?? 0) + 1;
      }),
      { numRuns: 6000 },
    );
    for (const op of ["set", "remove", "move", "rename", "append", "merge"]) {
      assert.ok((made[op] ?? 0) > 30, `${op} was made ${made[op]} times only`);
    }
  });

  it("compose: a list of changes makes what they make one by one", () => {
    let made = 0;
    fc.assert(
      fc.property(
        arbitraryConfig,
        fc.array(arbitraryChoice, { minLength: 2, maxLength: 4 }),
        ({ text }, chosen) => {
          let step = text;
          const changes: TreeChange[] = [];
          for (const one of chosen) {
            const change = changeOf(pathsOf(step), one);
            const edits = editsFor(parseJson5(step), [change]);
            if (!edits || (change.op === "set" && change.path.length === 0))
              return;
            step = applyEdits(step, edits);
            changes.push(change);
          }
          const together = editsFor(parseJson5(text), changes);
          assert.ok(together);
          const result = applyEdits(text, together);
          assert.deepEqual(JSON5.parse(result), JSON5.parse(step));
          made++;
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(made > 200, `only ${made} lists were made`);
  });

  it("can be undone: the inverse edits give the same bytes", () => {
    let made = 0;
    fc.assert(
      fc.property(arbitraryConfig, arbitraryChoice, ({ text }, chosen) => {
        const edits =
          editsFor(parseJson5(text), [changeOf(pathsOf(text), chosen)]) ?? [];
        const after = applyEdits(text, edits);
        let shift = 0;
        const inverse = edits.map((edit) => {
          const back = {
            offset: edit.offset + shift,
            length: edit.content.length,
            content: text.slice(edit.offset, edit.offset + edit.length),
          };
          shift += edit.content.length - edit.length;
          return back;
        });
        assert.equal(applyEdits(after, inverse), text);
        for (const [index, edit] of edits.entries()) {
          const previous = edits[index - 1];
          assert.ok(
            !previous ||
              previous.offset + previous.length < edit.offset ||
              previous.length > 0 ||
              edit.offset > previous.offset,
          );
          assert.ok(edit.length > 0 || edit.content !== "");
        }
        made += edits.length;
      }),
      { numRuns: 2000 },
    );
    assert.ok(made > 700, `only ${made} edits`);
  });

  it("leave alone what they are not about: other members keep their text", () => {
    let checked = 0;
    fc.assert(
      fc.property(arbitraryConfig, arbitraryChoice, ({ text }, chosen) => {
        const change = changeOf(pathsOf(text), chosen);
        if (change.op === "move" || change.op === "merge") return;
        const edits = editsFor(parseJson5(text), [change]);
        const top = change.path[0];
        if (!edits || top === undefined) return;
        const after = applyEdits(text, edits);
        const later = membersOf(after);
        for (const [name, member] of membersOf(text)) {
          if (
            name === top ||
            (change.op === "rename" && change.path.length === 1)
          )
            continue;
          assert.equal(later.get(name), member);
          checked++;
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(checked > 500, `only ${checked} members`);
  });
});

/** The text of each member of the outermost object. */
function membersOf(text: string): Map<string, string> {
  const { root } = parseJson5(text);
  return new Map(
    root?.children?.map((child) => [
      String(child.children?.[0]?.value),
      text.slice(child.offset, child.offset + child.length),
    ]) ?? [],
  );
}
