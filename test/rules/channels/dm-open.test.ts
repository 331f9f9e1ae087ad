import assert from "node:assert/strict";
import { channelsDmOpen } from "../../../server/src/core/rules/channels/dm-open.ts";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse } from "../../support/analyse.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";

const fixed = (text: string): readonly (readonly [string, string])[] => {
  const analysis = analyse(text);
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === "channels.dm.open",
  );
  assert.ok(problem);
  return provenFixes(analysis, problem).map(({ title, edits }) => [
    title,
    applyEdits(
      text,
      edits.flatMap((each) => each.edits),
    ),
  ]);
};

describe("channels.dm.open", () => {
  it("points at the policy, in both key styles and on plugin channels", () =>
    check(
      channelsDmOpen,
      `{ channels: {
  telegram: { dmPolicy: "open", allowFrom: ["*"] },
  //                    ^^^^^^ channels.dm.open
  discord: { dm: { policy: "open", allowFrom: ["*"] } },
  //                       ^^^^^^ channels.dm.open
  mattermost: { dmPolicy: 'open' },
  //                      ^^^^^^ channels.dm.open
  matrix: { dm: { policy: "open" } },
  //                      ^^^^^^ channels.dm.open
} }`,
    ));
  it("points at an account's own policy, and not at one that is fine", () =>
    check(
      channelsDmOpen,
      `{ channels: { signal: { accounts: {
  "home.de": { dmPolicy: "open", allowFrom: ["*"] },
  work: { dmPolicy: "open", allowFrom: ["*"] },
  //                ^^^^^^ channels.dm.open
  other: { dmPolicy: "pairing" },
} } } }`,
    ));
  // The cases below follow the inheritance that the release was seen to have; test/core/access holds the recorded verdicts.
  it("reports a policy that Discord accounts inherit once, where it is written", () =>
    check(
      channelsDmOpen,
      `{ channels: { discord: {
  dm: { policy: "open", allowFrom: ["*"] },
  //            ^^^^^^ channels.dm.open
  accounts: { a: {}, b: {}, c: { dm: {} } },
} } }`,
    ));
  it("is silent about a channel's policy that no account obeys", () =>
    check(
      channelsDmOpen,
      `{ channels: { signal: { dmPolicy: "open", allowFrom: ["*"], accounts: { a: { dmPolicy: "allowlist" } } } } }`,
    ));
  it("knows that WhatsApp obeys the channel alone", () =>
    check(
      channelsDmOpen,
      `{ channels: { whatsapp: {
  dmPolicy: "open", allowFrom: ["*"],
  //        ^^^^^^ channels.dm.open
  accounts: { a: { dmPolicy: "disabled" } },
} } }`,
    ));
  it("is silent about WhatsApp's dead account policy", () =>
    check(
      channelsDmOpen,
      `{ channels: { whatsapp: { accounts: { a: { dmPolicy: "open", allowFrom: ["*"] } } } } }`,
    ));
  for (const text of [
    `{ channels: { telegram: { dmPolicy: "\${POLICY}", allowFrom: ["*"] } } }`,
    `{ channels: { telegram: { dmPolicy: "pairing" }, discord: {} } }`,
    `{ channels: { telegram: { enabled: false, dmPolicy: "open", allowFrom: ["*"] } } }`,
    `{ channels: { unheardof: { dmPolicy: "open" } } }`,
  ])
    it(`is silent on ${text}`, () => check(channelsDmOpen, text));

  it("repeats the audit only on the channel it looks at", () => {
    const configured = `{ channels: { telegram: { botToken: "x", dmPolicy: "open", allowFrom: ["*"] } } }`;
    const unconfigured = `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }`;
    assert.ok(
      profilesThatSpeak(channelsDmOpen, configured).includes("upstream"),
    );
    assert.ok(
      !profilesThatSpeak(channelsDmOpen, unconfigured).includes("upstream"),
    );
  });

  it("closes the door and keeps whoever is listed", () => {
    const text = `{ gateway: { mode: "local" }, channels: { telegram: { dmPolicy: "open", allowFrom: ["*", 42] } } }`;
    assert.deepEqual(fixed(text), [
      [
        "Ask strangers for a pairing code",
        `{ gateway: { mode: "local" }, channels: { telegram: { dmPolicy: "pairing", allowFrom: [42] } } }`,
      ],
      [
        "Answer only the sender who is listed",
        `{ gateway: { mode: "local" }, channels: { telegram: { dmPolicy: "allowlist", allowFrom: [42] } } }`,
      ],
    ]);
  });
});
