import { execAccess, execPatterns } from "../../access/exec.ts";
import { defineRule, type RelatedPlace } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

export const toolsExecFull = defineRule({
  code: "tools.exec_full",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...execPatterns],
  fixable: "always",
  docs: {
    summary: "Every command runs on the computer unasked",
    why: 'With `security: "full"` no list says what may run, and nobody is asked unless `ask` is "always": the approval on-miss exists for "allowlist" alone. What an agent is talked into happens at once, as you.',
    remedy:
      'Use `security: "allowlist"` with `ask: "on-miss"`, or `ask: "always"` if it has to be full.',
    bad: `{
  gateway: { mode: "local" },
  tools: { exec: { host: "gateway", security: "full", ask: "off" } },
}`,
    good: `{
  gateway: { mode: "local" },
  tools: { exec: { host: "gateway", security: "allowlist", ask: "off" } },
}`,
    since: "next",
    calm: 'It needs the word "full", a host that obeys it ("gateway" or "node", or elevated mode that somebody may use), and no `ask: "always"`. `exec-approvals.json` may be stricter than the file; where it says nothing, the file counts.',
    upstream: toolsNotAudited,
  },
  *check(config) {
    const { host, security, ask, elevated } = execAccess(config);
    if (security.value !== "full" || ask.value === "always") return;
    if (ask.value === "unknown" || host.value === "unknown") return;
    const isElevatedOnly = host.value === "sandbox";
    if (isElevatedOnly && !elevated) return;
    const related: RelatedPlace[] = [
      ...(ask.lookup.state === "absent"
        ? []
        : [{ at: ask.lookup, message: "Nobody is asked" }]),
      ...(isElevatedOnly
        ? [
            {
              at: config.at("tools.elevated"),
              message: "Elevated mode runs commands outside the sandbox",
            },
          ]
        : []),
    ];
    yield {
      at: security.lookup,
      message: isElevatedOnly
        ? "Elevated commands run on this computer unasked, whatever they are"
        : `Every command runs on ${host.value === "node" ? "the node" : "this computer"} unasked, whatever it is`,
      ...(isElevatedOnly
        ? { severity: { recommended: "warning", strict: "error" } as const }
        : {}),
      related,
      fixes: [
        {
          title: "Run only approved commands",
          safety: "review",
          preferred: true,
          asks: 'Commands that are not approved yet will wait for you, or fail where ask is "off".',
          changes: [
            { op: "set", path: security.lookup.path, value: "allowlist" },
          ],
        },
        {
          title: "Ask before every command",
          safety: "review",
          asks: "Agents will wait for your approval of every command.",
          changes: [
            { op: "set", path: ["tools", "exec", "ask"], value: "always" },
          ],
        },
      ],
    };
  },
});
