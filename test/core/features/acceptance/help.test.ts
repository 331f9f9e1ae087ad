import assert from "node:assert/strict";
import {
  acceptableCodes,
  formerCodes,
  standingOf,
} from "../../../../server/src/core/features/acceptance/codes.ts";
import { resolvingVariables } from "../../../../server/src/core/features/acceptance/record-variable.ts";
import { completionsAt } from "../../../../server/src/core/features/completion/complete.ts";
import { hoverAt } from "../../../../server/src/core/features/hover.ts";
import { problemKinds } from "../../../../server/src/core/features/problem-kinds.ts";
import { registry } from "../../../../server/src/core/rules/registry.generated.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";
import { analyse } from "../../../support/analyse.ts";
import { withCursor } from "../../../support/fixture.ts";

describe("a hover in a suppression comment", () => {
  const hover = (marked: string) => {
    const { text, offset } = withCursor(marked);
    const found = hoverAt(analyse(text), offset);
    return (
      found && {
        markdown: found.markdown,
        on: text.slice(
          found.span.offset,
          found.span.offset + found.span.length,
        ),
      }
    );
  };
  it("says what a code means, why it matters and what to do", () => {
    const found = hover(
      `{\n  // clawdbot-ignore logging.red<|>act_off, gateway.bind_no_auth: why\n  logging: { redactSensitive: "off" } }`,
    );
    assert.equal(found?.on, "logging.redact_off");
    assert.match(found?.markdown ?? "", /Secrets are written to the log/);
    assert.match(found?.markdown ?? "", /What to do:/);
  });
  it("says so of a code that there is not", () =>
    assert.match(
      hover(`{ /* clawdbot-ignore logging.redact-of<|>: why */ }`)?.markdown ??
        "",
      /There is no problem .*logging\.redact_off/,
    ));
  it("says nothing beside the codes, and in other comments", () => {
    for (const marked of [
      `{\n  // clawdbot-<|>ignore logging.redact_off: why\n}`,
      `{\n  // clawdbot-ignore logging.redact_off: w<|>hy\n}`,
      `{\n  // logging.redact<|>_off\n}`,
    ])
      assert.equal(hover(marked), undefined);
  });
});

describe("completion in a suppression comment", () => {
  const complete = (marked: string) => {
    const { text, offset } = withCursor(marked);
    const offers = completionsAt(analyse(text), offset);
    return {
      labels: offers.map(({ label }) => label),
      accepted: (label: string) => {
        const offer = offers.find((each) => each.label === label);
        assert.ok(offer);
        return applyEdits(text, [
          { ...offer.span, content: offer.insertion.text },
        ]);
      },
    };
  };
  it("offers the codes of the next line first, then all others", () => {
    const { labels } = complete(
      `{\n  // clawdbot-ignore <|>\n  logging: { redactSensitive: "off" },\n}`,
    );
    assert.equal(labels[0], "logging.redact_off");
    assert.deepEqual([...labels].sort(), acceptableCodes);
    assert.ok(labels.length > 30);
  });
  it("replaces the code under the cursor, and offers none twice", () => {
    const { labels, accepted } = complete(
      `{\n  // clawdbot-ignore gateway.bind_no_auth, log<|>: why\n  logging: { redactSensitive: "off" },\n}`,
    );
    assert.ok(!labels.includes("gateway.bind_no_auth"));
    assert.equal(
      accepted("logging.redact_off"),
      `{\n  // clawdbot-ignore gateway.bind_no_auth, logging.redact_off: why\n  logging: { redactSensitive: "off" },\n}`,
    );
  });
  it("offers nothing that cannot be accepted", () => {
    const { labels } = complete(
      `{\n  // clawdbot-ignore <|>\n  nonsense: 1,\n}`,
    );
    for (const code of [
      "schema.unknown_key",
      "startup.token_missing",
      "lint.unknown_code",
    ])
      assert.ok(!labels.includes(code));
  });
  it("leaves reasons, days and other comments alone", () => {
    for (const marked of [
      `{\n  // clawdbot-ignore logging.redact_off: <|>\n}`,
      `{\n  // clawdbot-ignore logging.redact_off until <|>\n}`,
      `{\n  // <|>\n}`,
      `{\n  // clawdbot-ig<|>\n}`,
    ])
      assert.deepEqual(complete(marked).labels, []);
  });
});

describe("codes", () => {
  it("that a rule had before lead to one of today", () => {
    for (const [former, current] of formerCodes) {
      assert.notEqual(standingOf(current), "unknown");
      assert.ok(problemKinds.every(({ code }) => code !== former));
    }
  });
  it("are acceptable exactly when they are no verdict and not about accepting", () => {
    for (const { code, effect } of problemKinds)
      assert.equal(
        acceptableCodes.includes(code),
        (effect === "risk" || effect === "note") && !code.startsWith("lint."),
        code,
      );
  });
});

describe("a variable that nobody told us about", () => {
  it("is a part of every finding whose message names it", () => {
    let seen = 0;
    for (const rule of registry) {
      for (const problem of analyse(rule.docs.bad).diagnosis.problems) {
        if (!/unless .* is set where the gateway runs/.test(problem.message))
          continue;
        seen += 1;
        assert.ok((problem.hinges ?? []).length > 0, problem.code);
        for (const name of problem.hinges ?? [])
          assert.ok(problem.message.includes(name), problem.message);
      }
    }
    assert.ok(seen >= 5, `only ${seen} messages name one`);
  });
  for (const [text, code, expected] of [
    [
      `{ gateway: { mode: "local" } }`,
      "gateway.loopback_no_auth",
      ["CLAWDBOT_GATEWAY_TOKEN", "CLAWDBOT_GATEWAY_PASSWORD"],
    ],
    [
      `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token" } } }`,
      "startup.token_missing",
      ["CLAWDBOT_GATEWAY_TOKEN"],
    ],
    [
      `{ gateway: { mode: "local" }, browser: { controlUrl: "https://browser.example.net" } }`,
      "browser.control_remote_no_token",
      ["CLAWDBOT_BROWSER_CONTROL_TOKEN"],
    ],
    // The audit's profile takes every variable for unset.
    [
      `{ gateway: { mode: "local" } }`,
      "gateway.loopback_no_auth",
      [],
      "upstream",
    ],
    [`{ logging: { redactSensitive: "off" } }`, "logging.redact_off", []],
  ] as const) {
    it(`resolves ${code} in ${text}`, () => {
      const profile =
        code === "gateway.loopback_no_auth" && expected.length === 0
          ? "upstream"
          : "recommended";
      const analysis = analyse(text, { profile });
      const problem = analysis.diagnosis.problems.find(
        (each) => each.code === code,
      );
      assert.ok(problem);
      assert.deepEqual(resolvingVariables(analysis, problem), expected);
    });
  }
});
