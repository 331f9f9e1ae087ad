import assert from "node:assert/strict";
import {
  formatEdits,
  onTypeEdits,
} from "../../../server/src/core/json5/format.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

const format = (text: string, indent = "  "): string =>
  applyEdits(text, formatEdits(parseJson5(text), { indent }));

describe("formatEdits", () => {
  it("indents, spaces and ends lines", () => {
    assert.equal(
      format(
        "{gateway:{\nmode :'local',port:1}, // why\n\n\n\n  tools:{deny:[ 'exec','x' ]} }",
      ),
      "{\n  gateway: {\n    mode: 'local',\n    port: 1\n  }, // why\n\n  tools: { deny: ['exec', 'x'] }\n}\n",
    );
  });
  it("keeps one-line containers on their line, and the indentation asked for", () => {
    assert.equal(
      format('{\n"a":{"b":[1,2]}\n}\n', "\t"),
      '{\n\t"a": { "b": [1, 2] }\n}\n',
    );
  });
  it("keeps the file's line ends", () => {
    assert.equal(format("{\r\na:1}"), "{\r\n  a: 1\r\n}\r\n");
  });
  it("leaves a damaged stretch as it is and formats the rest", () => {
    assert.equal(
      format("{\na:1,\nb  2,\nc:3\n}\n"),
      "{\n  a: 1,\nb  2,\n  c: 3\n}\n",
    );
  });
});

describe("formatEdits of text with brackets that do not match", () => {
  it("lays out the containers that are whole, where they stand, and nothing else", () => {
    const text = "{\n  a: {\n    b: 1,\n  c: {\n   d:1,e:[\n    2]\n  },\n}\n";
    assert.equal(
      format(text),
      "{\n  a: {\n    b: 1,\n  c: {\n    d: 1,\n    e: [\n      2\n    ]\n  },\n}\n",
    );
  });
});

describe("onTypeEdits", () => {
  it("lays out what a closing bracket ends, and nothing else", () => {
    const text = "{\n a: {\nb:1\n}\n ,c:  2 }";
    const edits = onTypeEdits(parseJson5(text), text.indexOf("}") + 1, "}", {
      indent: "  ",
    });
    assert.equal(applyEdits(text, edits), "{\n a: {\n    b: 1\n  }\n ,c:  2 }");
  });
  it("indents a new line by the containers around it", () => {
    const text = "{\n  a: {\n\n  }\n}";
    const edits = onTypeEdits(
      parseJson5(text),
      text.indexOf("\n\n") + 1,
      "\n",
      { indent: "  " },
    );
    assert.equal(applyEdits(text, edits), "{\n  a: {\n    \n  }\n}");
  });
});
