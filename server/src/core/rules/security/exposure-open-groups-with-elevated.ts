import { elevatedAccess, elevatedPatterns } from "../../access/elevated.ts";
import {
  groupPatterns,
  groups,
  openGroupPolicies,
  writtenGroupPolicyPatterns,
} from "../../access/groups.ts";
import { defineRule, pathText } from "../rule.ts";

export const securityExposureOpenGroupsWithElevated = defineRule({
  code: "security.exposure.open_groups_with_elevated",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [
    ...elevatedPatterns,
    ...groupPatterns,
    ...writtenGroupPolicyPatterns,
  ],
  fixable: "always",
  docs: {
    summary: "Open groups on a channel from which commands leave the sandbox",
    why: "Whoever is in an open group can put words into the conversation. Once a trusted person switches elevated mode on, those words can end in commands on the host.",
    remedy:
      'Use `groupPolicy: "allowlist"`, or switch elevated mode off: `tools.elevated.enabled: false`.',
    bad: `{
  gateway: { mode: "local" },
  channels: { signal: { account: "+15550100", groupPolicy: "open" } },
  tools: { elevated: { allowFrom: { signal: ["+15550101"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { signal: { account: "+15550100", groupPolicy: "allowlist" } },
  tools: { elevated: { allowFrom: { signal: ["+15550101"] } } },
}`,
    since: "next",
    calm: "The audit reports every open group unless elevated mode is off. The recommended profile asks for somebody who may use elevated mode on the same channel, and an account that is switched on.",
    upstream: {
      relation: "same",
      checkId: "security.exposure.open_groups_with_elevated",
    },
  },
  *check(config) {
    const { enabled, enabledSource, providers } = elevatedAccess(config);
    if (!enabled) return;
    const open = openGroupPolicies(config);
    const [first] = open;
    if (first === undefined) return;
    const trusted = new Map(
      providers
        .filter(({ senders }) => senders.entries.length > 0)
        .map(({ provider, senders }) => [provider, senders]),
    );
    const level = groups(config).find(
      ({ channel, policy, effective, enabled: isOn }) =>
        policy.value === "open" && effective && isOn && trusted.has(channel.id),
    );
    const at = level?.policy.lookup ?? first;
    const senders = level && trusted.get(level.channel.id);
    yield {
      at,
      message: `${pathText(at.path)} is "open", and elevated mode is on`,
      onlyUpstream: level === undefined,
      related: [
        ...(senders === undefined
          ? []
          : [
              {
                at: senders.lookup,
                message: "They may use elevated mode from there",
              },
            ]),
        ...open
          .filter(({ path }) => pathText(path) !== pathText(at.path))
          .map((other) => ({ at: other, message: "Open as well" })),
        ...(enabledSource.state === "absent"
          ? []
          : [{ at: enabledSource, message: "Elevated mode is on" }]),
      ],
      fixes: [
        {
          title: "Answer only groups and people who are listed",
          safety: "review",
          preferred: true,
          asks: "Groups that are not listed will no longer be answered.",
          changes: open.map(
            ({ path }) => ({ op: "set", path, value: "allowlist" }) as const,
          ),
        },
        {
          title: "Switch elevated mode off",
          safety: "review",
          asks: "Nobody will be able to use elevated mode any more.",
          changes: [
            { op: "set", path: ["tools", "elevated", "enabled"], value: false },
          ],
        },
      ],
    };
  },
});
