import assert from "node:assert/strict";
import {
  elevatedAccess,
  elevatedPatterns,
} from "../../../server/src/core/access/elevated.ts";
import {
  groupPatterns,
  groups,
  openGroupPolicies,
  placeSenderLists,
  placeSenderPatterns,
  writtenGroupPolicyPatterns,
  type GroupAccess,
} from "../../../server/src/core/access/groups.ts";
import { senderText } from "../../../server/src/core/access/senders.ts";
import type { ConfigView } from "../../../server/src/core/config/config-view.ts";
import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import { groupCases } from "./group-cases.ts";
import { recordedVerdicts } from "./recorded-verdicts.ts";
import { guarded, viewOf } from "./view-of.ts";

const verdicts = recordedVerdicts("recorded-group-verdicts.json");

/** The two checks of Telegram's group senders. */
function* ofTelegramSenders(
  config: ConfigView,
  access: GroupAccess,
): Iterable<string> {
  const { policy, hasPlaces, groupAllowFrom } = access;
  const isReachable =
    policy.value === "open" || (policy.value === "allowlist" && hasPlaces);
  if (!isReachable) return;
  if (groupAllowFrom?.hasWildcard === true)
    yield "channels.telegram.groups.allowFrom.wildcard";
  else if (
    groupAllowFrom?.entries.length === 0 &&
    placeSenderLists(config, access).every(
      ({ entries }) => entries.length === 0,
    )
  )
    yield "channels.telegram.groups.allowFrom.missing";
}

/** What the audit would report, told from what `groups` and `elevatedAccess` find alone. */
function* reportedOn(config: object): Iterable<string> {
  const view = viewOf(config);
  const text = view.at("commands.text");
  const hasText = !(text.state === "set" && text.value === false);
  const ofGroups = guarded(view, [...groupPatterns, ...placeSenderPatterns]);
  for (const access of groups(ofGroups)) {
    if (!access.audited) continue;
    const { id } = access.channel;
    if (access.policy.value === "open") yield `channels.${id}.warning`;
    if (id === "telegram" && hasText)
      yield* ofTelegramSenders(ofGroups, access);
  }
  const elevated = elevatedAccess(guarded(view, elevatedPatterns));
  if (!elevated.enabled) return;
  const policies = guarded(view, writtenGroupPolicyPatterns);
  if (openGroupPolicies(policies).length > 0)
    yield "security.exposure.open_groups_with_elevated";
  for (const { provider, senders, isFallback } of elevated.providers) {
    if (isFallback) continue;
    const people = senders.entries.filter((entry) => senderText(entry) !== "");
    const id = `tools.elevated.allowFrom.${provider}`;
    if (senders.hasWildcard === true) yield `${id}.wildcard`;
    else if (people.length > 25) yield `${id}.large`;
  }
}

describe("what the real audit says about groups and elevated tools", () => {
  it("is recorded for every case, and for nothing else", () => {
    assert.deepEqual(
      [...verdicts.keys()].toSorted(),
      groupCases.map(({ name }) => name).toSorted(),
    );
  });

  it("covers enough to mean something", () => {
    const accepted = [...verdicts.values()].filter((ids) => ids !== "refused");
    const reported = new Set(accepted.flat());
    const silent = channels.filter(
      ({ id }) => !reported.has(`channels.${id}.warning`),
    );
    assert.deepEqual(
      silent.map(({ id }) => id),
      ["whatsapp", "nostr", "tlon", "zalo", "zalouser"],
      "these are the channels the audit never finds configured or that have no groups to warn of",
    );
    assert.ok(accepted.length > 170, `${accepted.length} accepted cases`);
  });

  for (const { name, config } of groupCases) {
    const verdict = verdicts.get(name);
    // A file that the program refuses has no audit.
    if (verdict === undefined || verdict === "refused") continue;
    it(name, () => {
      assert.deepEqual([...reportedOn(config)].toSorted(), verdict);
    });
  }
});
