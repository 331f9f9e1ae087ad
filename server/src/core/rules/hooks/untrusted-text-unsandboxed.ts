import { agentName, agentsOf } from "../../access/agents.ts";
import { usableToolPatterns, usableTools } from "../../access/usable-tools.ts";
import { agentHookPatterns, agentHooks } from "../../access/webhooks.ts";
import { defineRule, type RelatedPlace } from "../rule.ts";
import { hooksNotAudited } from "./not-audited.ts";

/** Tools with which an agent outside a container changes something on the computer. */
const harmful = ["exec", "write", "edit", "apply_patch"];

export const hooksUntrustedTextUnsandboxed = defineRule({
  code: "hooks.untrusted_text_unsandboxed",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [...usableToolPatterns, ...agentHookPatterns],
  fixable: "always",
  docs: {
    summary: "Mails and webhooks reach an agent that may run commands here",
    why: "Whoever can send such a mail, or fill in such a form, writes into the agent's prompt: this release marks nothing of it as coming from outside. An agent without a sandbox that is talked into something does it on this computer, with nobody watching.",
    remedy:
      'Put the agent in the sandbox: `agents.defaults.sandbox.mode` `"all"`, or `"non-main"`, which keeps webhooks in and your own conversation out. Or take exec and the file tools away from the agent that answers webhooks.',
    bad: `{
  gateway: { mode: "local" },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", presets: ["gmail"] },
}`,
    good: `{
  gateway: { mode: "local" },
  hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", presets: ["gmail"] },
  agents: { defaults: { sandbox: { mode: "non-main" } } },
}`,
    since: "next",
    calm: "It needs webhooks that are on, a mapping or preset that puts what was sent into an agent's prompt, and a default agent that is certainly outside the sandbox and may write files or run commands.",
    upstream: hooksNotAudited,
  },
  *check(config) {
    const [first, ...others] = agentHooks(config).filter(
      ({ carriesText }) => carriesText,
    );
    if (first === undefined) return;
    const { defaultId, list } = agentsOf(config);
    const answering = usableTools(config).find(
      ({ sandbox }) =>
        list.length === 0 ||
        (defaultId !== undefined && sandbox.agent?.id === defaultId),
    );
    if (answering === undefined || answering.sandbox.mode.value !== "off")
      return;
    if (!harmful.some((tool) => answering.onHost(tool))) return;
    const { mode, agent } = answering.sandbox;
    const related: RelatedPlace[] = [
      ...(mode.lookup.state === "absent"
        ? []
        : [{ at: mode.lookup, message: "The sandbox is off" }]),
      ...others.map(({ lookup }) => ({
        at: lookup,
        message: "This one brings text from outside as well",
      })),
    ];
    yield {
      at: first.lookup,
      message: `What arrives at webhook ${first.name} goes into the prompt of ${agentName(agent)}, whose commands run on this computer`,
      related,
      fixes: [
        {
          title: "Keep all but your own conversation in the sandbox",
          safety: "review",
          preferred: true,
          asks: "Docker has to run on the computer; groups and webhooks then work in containers.",
          changes: [{ op: "set", path: mode.lookup.path, value: "non-main" }],
        },
        {
          title: "Put all of it in the sandbox",
          safety: "review",
          asks: "Docker has to run on the computer; commands run in containers.",
          changes: [{ op: "set", path: mode.lookup.path, value: "all" }],
        },
      ],
    };
  },
});
