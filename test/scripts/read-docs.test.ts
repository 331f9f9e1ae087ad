import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettingDocs } from "../../scripts/schema/read-docs.ts";

/** Reads files as if they lay in schemas/docs/. */
async function readAs(
  files: Readonly<Record<string, string>>,
): ReturnType<typeof readSettingDocs> {
  const root = await mkdtemp(join(tmpdir(), "setting-docs-"));
  try {
    await mkdir(join(root, "schemas/docs/deeper"), { recursive: true });
    for (const [name, text] of Object.entries(files))
      await writeFile(join(root, "schemas/docs", name), text);
    return await readSettingDocs(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

describe("readSettingDocs", () => {
  it("puts all files together", async () => {
    const docs = await readAs({
      "a.json5": `{ // a comment\n $same: { x: "a" }, a: { title: "A", text: "About a." } }`,
      "deeper/b.json5": `{ $same: { y: "b" }, b: { title: "B", text: "About b.", default: null, values: { on: "It is." } } }`,
    });
    assert.deepEqual(docs, {
      entries: {
        a: { title: "A", text: "About a." },
        b: {
          title: "B",
          text: "About b.",
          default: null,
          values: { on: "It is." },
        },
      },
      same: { x: "a", y: "b" },
    });
  });

  const mistakes: readonly (readonly [
    what: string,
    text: string,
    message: RegExp,
  ])[] = [
    ["no JSON5", "{ a: ", /a\.json5 is not a JSON5 object/],
    ["no object", "[]", /a\.json5 is not a JSON5 object/],
    ["no text", `{ a: { title: "A" } }`, /entry of a is not complete/],
    [
      "an unknown field",
      `{ a: { title: "A", text: "T", defalt: 1 } }`,
      /or has an unknown field/,
    ],
    [
      "a field of the wrong type",
      `{ a: { title: "A", text: "T", restart: "yes" } }`,
      /entry of a/,
    ],
    [
      "a reference that is no setting",
      `{ $same: { a: 1 } }`,
      /\$same of a has to be a setting/,
    ],
  ];
  for (const [what, text, message] of mistakes) {
    it(`refuses ${what}`, () =>
      assert.rejects(readAs({ "a.json5": text }), message));
  }

  it("refuses a setting that is described twice", () =>
    assert.rejects(
      readAs({
        "a.json5": `{ a: { title: "A", text: "T" } }`,
        "b.json5": `{ a: { title: "A", text: "T" } }`,
      }),
      /b\.json5: a is described twice/,
    ));
});
