import assert from "node:assert/strict";
import { completionsAt } from "../../../server/src/core/features/completion/complete.ts";
import { validateSchema } from "../../../server/src/core/schema/validate-schema.ts";
import { analyse } from "../../support/analyse.ts";
import { withCursor } from "../../support/fixture.ts";

import { complete } from "./complete-at.ts";

describe("completion", () => {
  it("offers no variable of another thing for a secret", () => {
    assert.deepEqual(complete(`{ hooks: { token: "<|>" } }`).labels, []);
    assert.deepEqual(
      complete(`{ gateway: { auth: { password: <|> } } }`).labels,
      ["${CLAWDBOT_GATEWAY_PASSWORD}"],
    );
  });
  for (const [name, marked, label, about] of [
    [
      "which tools a group has",
      `{ tools: { deny: [<|>] } }`,
      "group:runtime",
      "Stands for exec, process.",
    ],
    [
      "what a channel is called",
      `{ bindings: [{ agentId: "a", match: { channel: <|> } }] }`,
      "msteams",
      "Microsoft Teams",
    ],
  ] as const)
    it(`says ${name}`, () =>
      assert.equal(
        complete(marked).offers.find((offer) => offer.label === label)?.about,
        about,
      ));
  it("says what a value means without markup, which an editor would show", () => {
    for (const { about = "" } of complete(`{ gateway: { bind: <|> } }`).offers)
      assert.doesNotMatch(about, /`/);
  });

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
  it("has what is required first, then what decides over safety", () => {
    const { labels } = complete(`{ bindings: [{ <|> }] }`);
    assert.deepEqual(labels.slice(0, 2), ["agentId", "match"]);
    const gateway = complete(`{ gateway: { <|> } }`).labels;
    assert.ok(gateway.indexOf("auth") < gateway.indexOf("reload"));
  });
  it("has those sections first in which most is decided", () => {
    const { labels } = complete("{ <|> }");
    assert.ok(labels.slice(0, 5).includes("channels"), labels.join());
    assert.ok(labels.includes("gateway") && labels.includes("env"));
    assert.ok(labels.indexOf("gateway") < labels.indexOf("env"));
  });
  it("has one line about each key, and the meaning of each value", () => {
    for (const { label, about } of complete(`{ gateway: { <|> } }`).offers)
      assert.match(about ?? "", /^.+$/, label);
    for (const { label, about } of complete(`{ gateway: { bind: <|> } }`)
      .offers)
      assert.match(about ?? "", /^.+$/, label);
  });
  it("has every block that people write at once", () => {
    const blocks = [
      `{ <|> }`,
      `{ channels: { <|> } }`,
      `{ agents: { list: [<|>] } }`,
      `{ models: { providers: { <|> } } }`,
    ].flatMap((marked) =>
      complete(marked).offers.filter(({ kind }) => kind === "block"),
    );
    assert.deepEqual(blocks.map(({ label }) => label).toSorted(), [
      "Discord guild",
      "Telegram with pairing",
      "agent with sandbox",
      "model provider",
      "secure gateway",
    ]);
  });
  it("keeps the name that a value was written for, until it is typed over", () => {
    assert.deepEqual(complete(`{ gateway: { bi<|>nd: "lan" } }`).labels, [
      "bind",
    ]);
    assert.ok(
      complete(`{ gateway: { bi<|>n: "lan" } }`).labels.includes("port"),
    );
  });
  for (const [name, marked, label] of [
    [
      "an open policy without the sender it needs",
      `{ channels: { telegram: { dmPolicy: <|> } } }`,
      "open",
    ],
    [
      "an open policy in an account whose channel has the sender",
      `{ channels: { telegram: { allowFrom: ["*"], accounts: { a: { dmPolicy: <|> } } } } }`,
      "open",
    ],
    [
      "an open policy that is nested",
      `{ channels: { discord: { dm: { policy: "<|>" } } } }`,
      "open",
    ],
    [
      "calls without a secret",
      `{ channels: { slack: { mode: <|> } } }`,
      "http",
    ],
    [
      "a memory that needs settings",
      `{ plugins: { slots: { memory: <|> } } }`,
      "memory-lancedb",
    ],
  ] as const) {
    it(`leaves out what the program refuses: ${name}`, () => {
      const { labels } = complete(marked);
      assert.ok(labels.length > 0);
      assert.ok(!labels.includes(label));
    });
  }
  it("offers the open policy where the program takes it", () =>
    assert.ok(
      complete(
        `{ channels: { telegram: { dmPolicy: <|>, allowFrom: ["*"] } } }`,
      ).labels.includes("open"),
    ));
  it("leaves out a variable that is known to be unset", () => {
    const known = new Map<string, "set" | "unset">([
      ["CLAWDBOT_GATEWAY_TOKEN", "unset"],
      ["MINE", "set"],
    ]);
    const { labels } = complete(`{ gateway: { auth: { token: "\${<|>" } } }`, {
      environment: { referenced: "set", own: "unknown", known },
    });
    assert.ok(labels.includes("MINE"));
    assert.ok(!labels.includes("CLAWDBOT_GATEWAY_TOKEN"));
  });
  it("has first the variable that fits the setting", () =>
    assert.equal(
      complete(`{ channels: { discord: { token: "\${<|>" } } }`).labels[0],
      "DISCORD_BOT_TOKEN",
    ));
  it("completes an included file as the part it is", () => {
    const { text, offset } = withCursor(`{ list: [{ id: "b", <|> }] }`);
    const part = "/config/agents.json5";
    const analysis = analyse(`{ agents: { $include: "./agents.json5" } }`, {
      files: { [part]: text },
    });
    const labels = completionsAt(analysis, offset, part).map(
      ({ label }) => label,
    );
    assert.ok(labels.includes("sandbox"), labels.join());
    assert.ok(!labels.includes("gateway"));
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

  it("offers keys that matter alike in the order in which people write them", () => {
    const ranked = (marked: string): readonly string[] =>
      [...complete(marked).offers]
        .sort((a, b) => a.rank - b.rank)
        .map(({ label }) => label);
    assert.deepEqual(
      ranked(`{ channels: { telegram: { <|> } } }`).slice(0, 6),
      [
        "botToken",
        "dmPolicy",
        "allowFrom",
        "groupPolicy",
        "groupAllowFrom",
        "groups",
      ],
    );
    assert.deepEqual(ranked(`{ gateway: { <|> } }`).slice(0, 3), [
      "bind",
      "auth",
      "controlUi",
    ]);
  });
});
