import assert from "node:assert/strict";
import {
  changedValue,
  sameValue,
} from "../../../server/src/core/config/change-values.ts";

describe("changedValue", () => {
  for (const [name, changes, expected] of [
    [
      "sets",
      [{ op: "set", path: ["a", "x"], value: 2 }],
      { a: { x: 2 }, l: [1, 2, 3] },
    ],
    [
      "sets below what is missing",
      [{ op: "set", path: ["b", "c"], value: 1 }],
      { a: { x: 1 }, l: [1, 2, 3], b: { c: 1 } },
    ],
    [
      "removes a key",
      [{ op: "remove", path: ["a", "x"] }],
      { a: {}, l: [1, 2, 3] },
    ],
    [
      "removes items one after the other",
      [
        { op: "remove", path: ["l", 2] },
        { op: "remove", path: ["l", 0] },
      ],
      { a: { x: 1 }, l: [2] },
    ],
    [
      "appends",
      [{ op: "append", path: ["l"], value: 4 }],
      { a: { x: 1 }, l: [1, 2, 3, 4] },
    ],
    [
      "appends to a list that is missing",
      [{ op: "append", path: ["m"], value: 4 }],
      { a: { x: 1 }, l: [1, 2, 3], m: [4] },
    ],
    [
      "merges deeply",
      [{ op: "merge", path: [], value: { a: { y: 2 } } }],
      { a: { x: 1, y: 2 }, l: [1, 2, 3] },
    ],
    [
      "renames",
      [{ op: "rename", path: ["a"], key: "b" }],
      { l: [1, 2, 3], b: { x: 1 } },
    ],
    [
      "moves to several places",
      [{ op: "move", from: ["a", "x"], to: [["p"], ["q", "r"]] }],
      { a: {}, l: [1, 2, 3], p: 1, q: { r: 1 } },
    ],
  ] as const) {
    it(name, () => {
      const before = { a: { x: 1 }, l: [1, 2, 3] };
      const frozen = structuredClone(before);
      const after = changedValue(
        before,
        changes.map((change) =>
          change.op === "move"
            ? {
                ...change,
                from: [...change.from],
                to: change.to.map((path) => [...path]),
              }
            : { ...change, path: [...change.path] },
        ),
      );
      assert.ok(sameValue(after, expected), JSON.stringify(after));
      assert.deepEqual(before, frozen, "the value before is left alone");
    });
  }

  it("refuses to move what is not there, and to write below a scalar", () => {
    assert.throws(
      () => changedValue({}, [{ op: "rename", path: ["a"], key: "b" }]),
      RangeError,
    );
    assert.throws(
      () => changedValue({ a: 1 }, [{ op: "set", path: ["a", "b"], value: 1 }]),
      RangeError,
    );
  });

  it("treats __proto__ as the key it is", () => {
    const after = changedValue({}, [
      { op: "set", path: ["__proto__"], value: 1 },
    ]);
    assert.deepEqual(Object.keys(after ?? {}), ["__proto__"]);
  });
});

describe("sameValue", () => {
  for (const [a, b, expected] of [
    [{ x: 1, y: 2 }, { y: 2, x: 1 }, true],
    [{ x: 1 }, { x: 1, y: undefined }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [NaN, NaN, true],
    [0, -0, false],
    [null, {}, false],
  ] as const) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}: ${expected}`, () =>
      assert.equal(sameValue(a as never, b as never), expected));
  }
});
