import { settingsAt } from "../../config/settings-at.ts";
import { safeBinsThatRunOthers } from "../../dialects/clawdbot/tools.ts";
import { defineRule, pathText } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

const lists = [
  "tools.exec.safeBins",
  "agents.list[].tools.exec.safeBins",
] as const;

export const toolsExecSafeBins = defineRule({
  code: "tools.exec_safe_bins",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["tools.exec.safeBins[]", "agents.list[].tools.exec.safeBins[]"],
  fixable: "always",
  docs: {
    summary: "A program that runs others counts as harmless",
    why: "A safe program needs no approval as long as its arguments name no file. That holds back `sort`, but not an interpreter, whose program stands in the argument itself, nor what starts other programs or talks to the network. Node hosts obey the list; the gateway does not read it in this release.",
    remedy:
      "List only programs that read their standard input and write to their standard output, such as `jq`, `cut` or `wc`. Approve others one by one.",
    bad: `{ gateway: { mode: "local" }, tools: { exec: { safeBins: ["jq", "python3"] } } }`,
    good: `{ gateway: { mode: "local" }, tools: { exec: { safeBins: ["jq"] } } }`,
    since: "next",
    calm: "It knows shells, interpreters, launchers, network clients and editors by name, and judges no other program. Those that only read files are held back by the program itself.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    if (
      config.at("tools").state === "absent" &&
      config.at("agents").state === "absent"
    )
      return;
    for (const pattern of lists) {
      for (const list of settingsAt(config, pattern)) {
        for (const { lookup } of config.items(list.path)) {
          if (lookup.state !== "set" || typeof lookup.value !== "string")
            continue;
          const name = lookup.value.trim().toLowerCase();
          const how = safeBinsThatRunOthers.get(name.replace(/\.exe$/, ""));
          if (how === undefined) continue;
          yield {
            at: lookup,
            message: `${name} ${how}, so it is not safe without approval`,
            fixes: [
              {
                title: `Take ${name} off ${pathText(list.path)}`,
                safety: "review",
                preferred: true,
                asks: "Node hosts will ask before they run it.",
                changes: [{ op: "remove", path: lookup.path }],
              },
            ],
          };
        }
      }
    }
  },
});
