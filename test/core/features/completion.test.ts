import assert from "node:assert/strict";
import {
  completionsAt,
  type Completion,
} from "../../../server/src/core/features/completion/complete.ts";
import { validateSchema } from "../../../server/src/core/schema/validate-schema.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse } from "../../support/analyse.ts";
import { withCursor } from "../../support/fixture.ts";

function complete(marked: string) {
  const { text, offset } = withCursor(marked);
  const offers = completionsAt(analyse(text), offset);
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

describe("completion", () => {
  for (const [name, marked, label, expected] of [
    [
      "a key with its value",
      `{ gateway: { <|> } }`,
      "bind",
      `{ gateway: { bind: "loopback" } }`,
    ],
    [
      "a key half typed",
      `{ gateway: { bi<|> } }`,
      "bind",
      `{ gateway: { bind: "loopback" } }`,
    ],
    [
      "the name alone before a colon",
      `{ gateway: { b<|>: "lan" } }`,
      "bind",
      `{ gateway: { bind: "lan" } }`,
    ],
    [
      "a comma behind",
      `{ gateway: { <|> mode: "local" } }`,
      "bind",
      `{ gateway: { bind: "loopback", mode: "local" } }`,
    ],
    [
      "a comma before",
      `{ gateway: { mode: "local" <|> } }`,
      "bind",
      `{ gateway: { mode: "local", bind: "loopback" } }`,
    ],
    [
      "quoted keys where the file has them",
      `{ "gateway": { <|> } }`,
      "bind",
      `{ "gateway": { "bind": "loopback" } }`,
    ],
    [
      "single quotes where the file has them",
      `{ logging: { level: 'info' }, gateway: { <|> } }`,
      "bind",
      `{ logging: { level: 'info' }, gateway: { bind: 'loopback' } }`,
    ],
    [
      "a value",
      `{ gateway: { bind: <|> } }`,
      "lan",
      `{ gateway: { bind: "lan" } }`,
    ],
    [
      "a value inside quotes",
      `{ gateway: { bind: "l<|>o" } }`,
      "lan",
      `{ gateway: { bind: "lan" } }`,
    ],
    [
      "an agent's id",
      `{ agents: { list: [{ id: "ops" }] }, bindings: [{ agentId: "<|>" }] }`,
      "ops",
      `{ agents: { list: [{ id: "ops" }] }, bindings: [{ agentId: "ops" }] }`,
    ],
    [
      "a variable",
      `{ gateway: { auth: { token: "\${CLAW<|>" } } }`,
      "CLAWDBOT_GATEWAY_TOKEN",
      `{ gateway: { auth: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    ],
    [
      "a group of tools",
      `{ tools: { deny: ["browser", <|>] } }`,
      "group:web",
      `{ tools: { deny: ["browser", "group:web"] } }`,
    ],
    [
      "a key on a line of its own",
      `{\n  gateway: {\n    mode: "local"\n    <|>\n  }\n}`,
      "bind",
      `{\n  gateway: {\n    mode: "local",\n    bind: "loopback"\n  }\n}`,
    ],
  ] as const) {
    it(`completes ${name}`, () =>
      assert.equal(
        complete(marked).accepted(label).replaceAll(/ +/g, " "),
        expected.replaceAll(/ +/g, " "),
      ));
  }

  it("leaves out what is there already", () => {
    const { labels } = complete(`{ gateway: { bind: "lan", <|> } }`);
    assert.ok(labels.includes("auth"));
    assert.ok(!labels.includes("bind"));
  });
  it("has the secure value first, and chosen", () => {
    const [first] = complete(`{ gateway: { bind: <|> } }`).offers;
    assert.equal(first?.label, "loopback");
    assert.equal(first?.preselect, true);
  });
  it("leaves out variables where no text is taken", () =>
    assert.deepEqual(complete(`{ gateway: { port: "\${<|>" } }`).labels, []));
  it("understands an object that is never closed", () =>
    assert.ok(complete(`{ gateway: { <|>`).labels.includes("bind")));
  for (const [name, marked] of [
    ["in a line comment", `{ // <|>\n }`],
    ["in a block comment", `{ /* <|> */ }`],
    ["behind the end", `{} <|>`],
    ["between a key and its colon", `{ gateway <|>: {} }`],
    ["before a value that is there", `{ gateway: <|> { } }`],
  ] as const) {
    it(`offers nothing ${name}`, () =>
      assert.deepEqual(complete(marked).labels, []));
  }
  it("escapes what a snippet would take for its own", () => {
    const baseline = complete(`<|>`).offers[0];
    assert.match(
      baseline?.insertion.snippet ?? "",
      /\\\$\{CLAWDBOT_GATEWAY_TOKEN\\\}/,
    );
  });

  it("never offers what the schema refuses", () => {
    const places = [
      `<|>`,
      `{ <|> }`,
      `{\n  <|>\n}`,
      `{ gateway: { <|> } }`,
      `{ gateway: { auth: { <|> } } }`,
      `{ gateway: { tailscale: { <|> }, port: 1 } }`,
      `{ channels: { <|> } }`,
      `{ channels: { telegram: { <|> } } }`,
      `{ channels: { discord: { <|> } } }`,
      `{ channels: { slack: { dm: { <|> } } } }`,
      `{ channels: { whatsapp: { groups: { g: { <|> } } } } }`,
      `{ agents: { defaults: { <|> } } }`,
      `{ agents: { defaults: { sandbox: { <|> } } } }`,
      `{ agents: { list: [{ id: "a", <|> }] } }`,
      `{ agents: { list: [<|>] } }`,
      `{ tools: { <|> } }`,
      `{ tools: { elevated: { <|> } } }`,
      `{ tools: { allow: [<|>] } }`,
      `{ models: { providers: { <|> } } }`,
      `{ browser: { <|> } }`,
      `{ session: { <|> } }`,
      `{ messages: { <|> } }`,
      `{ hooks: { <|> } }`,
      `{ plugins: { <|> } }`,
      `{ plugins: { entries: { <|> } } }`,
      `{ logging: { <|> } }`,
      `{ logging: { level: <|> } }`,
      `{ session: { dmScope: "<|>" } }`,
      `{ gateway: { bind: <|> } }`,
      `{ skills: { <|> } }`,
      `{ cron: { <|> } }`,
    ];
    let tried = 0;
    const refused: string[] = [];
    for (const marked of places) {
      for (const [label, text] of complete(marked).all) {
        tried++;
        const { resolved } = analyse(text);
        const { root, document } = resolved;
        const isFine =
          root !== undefined &&
          document.problems.length === 0 &&
          validateSchema(root).length === 0;
        if (!isFine) refused.push(`${marked}: ${label}: ${text}`);
      }
    }
    assert.deepEqual(refused, []);
    assert.ok(tried > 300, `${tried} were tried`);
  });
});
