import assert from "node:assert/strict";
import {
  directMessagePatterns,
  directMessages,
} from "../../../server/src/core/access/direct-messages.ts";
import { distinctSenders } from "../../../server/src/core/access/senders.ts";
import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import { dmCases } from "./channel-cases.ts";
import { recordedVerdicts } from "./recorded-verdicts.ts";
import { guarded, viewOf } from "./view-of.ts";

const verdicts = recordedVerdicts("recorded-dm-verdicts.json");

/** What the audit would report about direct messages, told from what `directMessages` finds alone. */
function reportedOn(config: object): readonly string[] {
  const view = viewOf(config);
  const dmScope = view.at("session.dmScope");
  const ids: string[] = [];
  for (const access of directMessages(guarded(view, directMessagePatterns))) {
    if (!access.audited) continue;
    const report = (id: string): void => {
      ids.push(`channels.${access.channel.id}.dm.${id}`);
    };
    const { policy, allowFrom, rules } = access;
    if (policy.value === "open") report("open");
    if (policy.value === "open" && allowFrom.hasWildcard !== true)
      report("open_invalid");
    if (policy.value === "disabled") report("disabled");
    else if (
      dmScope.state === "absent" &&
      (allowFrom.hasWildcard === true ||
        distinctSenders(allowFrom, rules.senders) > 1)
    )
      report("scope_main_multiuser");
  }
  return ids.toSorted();
}

describe("what the real audit says about direct messages", () => {
  it("is recorded for every case, and for nothing else", () => {
    assert.deepEqual(
      [...verdicts.keys()].toSorted(),
      dmCases.map(({ name }) => name).toSorted(),
    );
  });

  it("covers enough to mean something", () => {
    const accepted = [...verdicts.values()].filter((ids) => ids !== "refused");
    const reported = new Set(accepted.flat());
    const silent = channels.filter(
      ({ id }) => !reported.has(`channels.${id}.dm.open`),
    );
    assert.deepEqual(
      silent.map(({ id }) => id),
      ["whatsapp", "msteams", "tlon", "zalouser"],
      "these are the channels the audit never finds configured or never asks",
    );
    assert.ok(accepted.length > 450, `${accepted.length} accepted cases`);
  });

  for (const { name, config } of dmCases) {
    const verdict = verdicts.get(name);
    // A file that the program refuses has no audit.
    if (verdict === undefined || verdict === "refused") continue;
    it(name, () => {
      assert.deepEqual(reportedOn(config), verdict);
    });
  }
});
