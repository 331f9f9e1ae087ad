import assert from "node:assert/strict";
import {
  accountPatterns,
  accountsOf,
  auditedAccount,
  credentialPatterns,
} from "../../../server/src/core/access/accounts.ts";
import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import { dotted, guarded, viewOf } from "./view-of.ts";

const patterns = [...accountPatterns, ...credentialPatterns];

const bind = (agentId: string, channel: string, accountId: string): object => ({
  agentId,
  match: { channel, accountId },
});

describe("accountsOf", () => {
  // What listTelegramAccountIds, listDiscordAccountIds, listWhatsAppAccountIds and listLineAccountIds of the release returned,
  // and the account their resolveDefault…AccountId named.
  const shapes = {
    none: {},
    empty: { accounts: {} },
    two: { accounts: { beta: {}, Alpha: {} } },
    withDefault: { accounts: { zed: {}, default: {} } },
    odd: { accounts: { "My Work!": {}, "b.c": {} } },
    numbers: { accounts: { b: {}, "10": {}, "2": {} } },
    token: { botToken: "t", accounts: { beta: {}, alpha: {} } },
    lineToken: { channelAccessToken: "t", accounts: { beta: {}, alpha: {} } },
  };
  const table = [
    ["telegram", "none", ["default"], "default"],
    ["telegram", "empty", ["default"], "default"],
    ["telegram", "two", ["alpha", "beta"], "alpha"],
    ["telegram", "withDefault", ["default", "zed"], "default"],
    ["telegram", "odd", ["b-c", "my-work"], "b-c"],
    ["telegram", "numbers", ["10", "2", "b"], "10"],
    ["telegram", "token", ["alpha", "beta"], "alpha"],
    ["discord", "none", ["default"], "default"],
    ["discord", "two", ["Alpha", "beta"], "Alpha"],
    ["discord", "withDefault", ["default", "zed"], "default"],
    ["discord", "odd", ["b.c", "My Work!"], "b.c"],
    ["discord", "numbers", ["10", "2", "b"], "10"],
    ["whatsapp", "two", ["Alpha", "beta"], "Alpha"],
    ["whatsapp", "odd", ["b.c", "My Work!"], "b.c"],
    ["line", "two", ["beta", "Alpha"], "beta"],
    ["line", "withDefault", ["zed", "default"], "default"],
    ["line", "numbers", ["2", "10", "b"], "2"],
    ["line", "lineToken", ["default", "beta", "alpha"], "default"],
  ] as const;
  for (const [id, shape, ids, first] of table) {
    it(`${id}, ${shape}: ${ids.join(", ")}; ${first} first`, () => {
      const view = guarded(
        viewOf({ channels: { [id]: shapes[shape] } }),
        patterns,
      );
      const listed = accountsOf(view, id).map((account) => account.id);
      assert.deepEqual(listed, ids);
      assert.equal(auditedAccount(view, id)?.id, first);
    });
  }

  it("adds the accounts that bindings name, the default agent's first", () => {
    // As listTelegramAccountIds and resolveDefaultTelegramAccountId of the release did it.
    const view = viewOf({
      channels: { telegram: { accounts: { beta: {}, Alpha: {} } } },
      bindings: [
        bind("x", "telegram", "gamma"),
        bind("main", "Telegram", "BETA"),
        bind("main", "discord", "d"),
      ],
    });
    const ids = accountsOf(view, "telegram").map(({ id }) => id);
    assert.deepEqual(ids, ["alpha", "beta", "gamma"]);
    assert.equal(auditedAccount(view, "telegram")?.id, "beta");
  });

  it("says which block an account uses", () => {
    const accounts = { Work: {}, home: {} };
    const blocks = (id: string): readonly string[] =>
      accountsOf(viewOf({ channels: { [id]: { accounts } } }), id).map(
        ({ path }) => dotted(path),
      );
    assert.deepEqual(blocks("telegram"), [
      "channels.telegram.accounts.home",
      "channels.telegram.accounts.Work",
    ]);
    assert.deepEqual(
      blocks("discord"),
      ["channels.discord.accounts.home", "channels.discord"],
      "a key with capitals is never found there",
    );
  });

  it("knows no account of a channel the release does not have", () => {
    const view = viewOf({ channels: { pigeon: { accounts: { a: {} } } } });
    assert.deepEqual(accountsOf(view, "pigeon"), []);
    assert.equal(auditedAccount(view, "pigeon"), undefined);
  });

  it("is guarded by its patterns for every channel", () => {
    for (const { id, credentials } of channels) {
      const block = Object.fromEntries(
        credentials.anyOf.flatMap(({ all }) => all.map(({ key }) => [key, ""])),
      );
      const config = {
        channels: { [id]: { ...block, accounts: { a: block } } },
      };
      const view = guarded(viewOf(config), patterns);
      assert.ok(accountsOf(view, id).length > 0, id);
      assert.equal(typeof auditedAccount(view, id)?.configured, "boolean", id);
    }
  });
});

describe("whether an account is switched on", () => {
  const off = { enabled: false };
  const on = { enabled: true };
  // From resolve…Account in the release's accounts files; see `Enabling`.
  const table = [
    ["telegram", {}, true],
    ["telegram", off, false],
    ["telegram", { ...off, accounts: { a: on } }, false],
    ["telegram", { accounts: { a: off } }, false],
    ["telegram", { ...on, accounts: { a: {} } }, true],
    ["whatsapp", { accounts: { a: {} } }, true],
    ["whatsapp", { accounts: { a: off } }, false],
    ["tlon", { ...off, accounts: { a: on } }, true],
    ["tlon", { ...off, accounts: { a: {} } }, false],
    ["line", { accounts: { a: {} } }, false],
    ["line", { accounts: { a: on } }, true],
    ["line", { ...off, channelAccessToken: "t" }, false],
    ["msteams", off, false],
  ] as const;
  for (const [id, block, expected] of table) {
    it(`${id} ${JSON.stringify(block)}: ${expected}`, () => {
      const [account] = accountsOf(viewOf({ channels: { [id]: block } }), id);
      assert.equal(account?.enabled, expected);
    });
  }

  it("WhatsApp is off with the whole web part", () => {
    const view = viewOf({ web: off, channels: { whatsapp: {} } });
    assert.equal(accountsOf(view, "whatsapp")[0]?.enabled, false);
  });
});

const configured = (id: string, block: object): unknown =>
  auditedAccount(viewOf({ channels: { [id]: block } }), id)?.configured;

describe("whether the audit finds a channel configured", () => {
  it("takes a reference for a credential", () => {
    assert.equal(configured("telegram", { botToken: "${T}" }), true);
    assert.equal(
      configured("slack", { botToken: "${A}", appToken: "${B}" }),
      true,
    );
    assert.equal(configured("googlechat", { serviceAccount: "${J}" }), true);
  });

  it("leaves open what is in a file", () => {
    assert.equal(
      configured("telegram", { tokenFile: "/t", botToken: "1:a" }),
      "unknown",
    );
    assert.equal(configured("zalo", { tokenFile: "/t" }), "unknown");
    assert.equal(configured("zalo", { tokenFile: "/t", botToken: "a" }), true);
    assert.equal(
      configured("nextcloud-talk", {
        botSecretFile: "/t",
        baseUrl: "https://c.invalid",
      }),
      "unknown",
    );
  });

  it("never finds what is linked outside the file", () => {
    assert.equal(configured("whatsapp", { allowFrom: ["+1"] }), false);
    assert.equal(configured("zalouser", { profile: "p" }), false);
  });

  it("does not take a number for text, nor a variable for a number", () => {
    assert.equal(configured("zalo", { botToken: 5 }), false);
    assert.equal(configured("signal", { httpPort: "${P}" }), false);
    assert.equal(configured("signal", { httpPort: 1 }), true);
  });
});
