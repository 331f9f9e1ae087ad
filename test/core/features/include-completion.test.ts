import assert from "node:assert/strict";
import {
  includeOffers,
  includePathAt,
  type FolderEntry,
} from "../../../server/src/core/features/completion/include-offers.ts";
import { completionsAt } from "../../../server/src/core/features/completion/complete.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse, configFile } from "../../support/analyse.ts";
import { withCursor } from "../../support/fixture.ts";

const entries: readonly FolderEntry[] = [
  { name: ".hidden.json5", isFolder: false },
  { name: "base.json5", isFolder: false },
  { name: "clawdbot.json", isFolder: false },
  { name: "notes.md", isFolder: false },
  { name: "parts", isFolder: true },
];

function complete(marked: string) {
  const { text, offset } = withCursor(marked);
  const analysis = analyse(text);
  const path = includePathAt(analysis, offset, configFile);
  const offers =
    path === undefined
      ? []
      : includeOffers(analysis, path, entries, configFile);
  return {
    folder: path?.folder,
    labels: offers.map(({ label }) => label),
    accepted: (label: string) => {
      const offer = offers.find((each) => each.label === label);
      return (
        offer &&
        applyEdits(text, [{ ...offer.span, content: offer.insertion.text }])
      );
    },
    offers,
  };
}

describe("completion of included files", () => {
  for (const [name, marked, label, expected, folder] of [
    [
      "where nothing is written",
      `{ $include: <|> }`,
      "base.json5",
      `{ $include: "./base.json5" }`,
      "/config/",
    ],
    [
      "in empty quotes",
      `{ $include: '<|>' }`,
      "base.json5",
      `{ $include: './base.json5' }`,
      "/config/",
    ],
    [
      "over a name half typed",
      `{ $include: "./ba<|>s" }`,
      "base.json5",
      `{ $include: "./base.json5" }`,
      "/config/",
    ],
    [
      "in a folder",
      `{ $include: "../shared/<|>" }`,
      "base.json5",
      `{ $include: "../shared/base.json5" }`,
      "/shared/",
    ],
    [
      "of a full path",
      `{ $include: "/etc/clawdbot/b<|>" }`,
      "base.json5",
      `{ $include: "/etc/clawdbot/base.json5" }`,
      "/etc/clawdbot/",
    ],
    [
      "in a list",
      `{ $include: ["./a.json5", <|>] }`,
      "parts/",
      `{ $include: ["./a.json5", "./parts/"] }`,
      "/config/",
    ],
    [
      "in quotes that are not closed",
      `{ $include: "./<|>\n}`,
      "base.json5",
      `{ $include: "./base.json5\n}`,
      "/config/",
    ],
    [
      "deep inside",
      `{ agents: { list: [{ $include: "<|>" }] } }`,
      "base.json5",
      `{ agents: { list: [{ $include: "./base.json5" }] } }`,
      "/config/",
    ],
  ] as const) {
    it(`lists the right folder ${name}`, () => {
      const found = complete(marked);
      assert.equal(found.folder?.replace(/\/?$/, "/"), folder);
      assert.equal(found.accepted(label), expected);
    });
  }

  it("leaves out the file itself, what is hidden, and what is no config", () =>
    assert.deepEqual(complete(`{ $include: "./<|>" }`).labels, [
      "base.json5",
      "parts/",
    ]));
  it("shows what is hidden to whoever asks", () =>
    assert.ok(
      complete(`{ $include: "./.<|>" }`).labels.includes(".hidden.json5"),
    ));
  it("goes on into a folder", () =>
    assert.deepEqual(
      complete(`{ $include: "./<|>" }`).offers.map(
        ({ continues }) => continues,
      ),
      [false, true],
    ));
  for (const marked of [`{ gateway: { bind: "<|>" } }`, `{ <|> }`, `<|>`])
    it(`is for includes alone: ${marked}`, () =>
      assert.equal(complete(marked).folder, undefined));
  it("is not mixed with other offers", () => {
    const { text, offset } = withCursor(`{ $include: "./<|>" }`);
    assert.deepEqual(completionsAt(analyse(text), offset), []);
  });
});
