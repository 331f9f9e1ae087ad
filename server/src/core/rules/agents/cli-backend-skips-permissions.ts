import {
  chosenModelPatterns,
  chosenModels,
} from "../../access/chosen-models.ts";
import {
  unasked,
  usualCliBackends,
} from "../../dialects/clawdbot/cli-backends.ts";
import { defineRule, pathText } from "../rule.ts";

const backends = ["agents", "defaults", "cliBackends"];

/** How the program compares a backend's name. */
const normalized = (name: string): string => name.trim().toLowerCase();

export const agentsCliBackendSkipsPermissions = defineRule({
  code: "agents.cli_backend_skips_permissions",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...chosenModelPatterns,
    "agents.defaults.cliBackends.*.command",
    "agents.defaults.cliBackends.*.args[]",
    "agents.defaults.cliBackends.*.resumeArgs[]",
  ],
  fixable: "sometimes",
  docs: {
    summary: "A coding agent answers messages and asks nobody",
    why: "A command-line backend runs on the computer itself, whatever the sandbox and the lists of tools say. It is only told not to use its tools. With its own questions switched off, a message that talks it out of that has a shell at once.",
    remedy:
      "Give the backend arguments that keep its questions, or its own sandbox, switched on, such as `--permission-mode plan` for Claude Code.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { cliBackends: { "claude-cli": { command: "claude", args: ["-p", "--output-format", "json", "--dangerously-skip-permissions"] } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { cliBackends: { "claude-cli": { command: "claude", args: ["-p", "--output-format", "json"] } } } },
}`,
    since: "next",
    calm: "It needs an argument that is known to switch questions off, written in the file; or a model of claude-cli, whose usual arguments have it, and none written for it.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at command-line backends.",
    },
  },
  *check(config) {
    if (config.at("agents").state === "absent") return;
    const described = new Set<string>();
    for (const { key, lookup } of config.entries([...backends])) {
      if (config.at([...lookup.path, "args"]).state !== "absent")
        described.add(normalized(String(key)));
      for (const list of ["args", "resumeArgs"]) {
        for (const { lookup: item } of config.items([...lookup.path, list])) {
          if (item.state !== "set" || typeof item.value !== "string") continue;
          if (!unasked.has(item.value.trim())) continue;
          const value = item.value.trim();
          yield {
            at: item,
            message: `${value} lets ${key} do anything on this computer unasked`,
            fixes: value.startsWith("--")
              ? [
                  {
                    title: `Take ${value} away`,
                    safety: "review",
                    preferred: true,
                    asks: "What the backend would have done unasked it may then refuse.",
                    changes: [{ op: "remove", path: item.path }],
                  },
                ]
              : [],
          };
        }
      }
    }
    const told = new Set<string>();
    for (const { id, lookup } of chosenModels(config)) {
      const provider = normalized(id.split("/")[0] ?? "");
      const usual = usualCliBackends[provider];
      const flag = usual?.args.find((argument) => unasked.has(argument));
      if (usual === undefined || flag === undefined) continue;
      if (described.has(provider) || told.has(provider)) continue;
      told.add(provider);
      const block = [...backends, provider];
      const hasCommand = config.at([...block, "command"]).state !== "absent";
      yield {
        at: lookup,
        message: `${provider} runs with ${flag} unless ${pathText([...block, "args"])} says otherwise: it may do anything on this computer unasked`,
        fixes: [
          {
            title: `Run ${provider} without ${flag}`,
            safety: "review",
            preferred: true,
            asks: "What the backend would have done unasked it may then refuse.",
            changes: [
              {
                op: "merge",
                path: block,
                value: {
                  ...(hasCommand ? {} : { command: usual.command }),
                  args: usual.args.filter((argument) => argument !== flag),
                },
              },
            ],
          },
        ],
      };
    }
  },
});
