import { lookupOf } from "../../config/config-view.ts";
import { referencedState } from "../../config/environment.ts";
import { defineRule } from "../rule.ts";

export const configEnvUnset = defineRule({
  code: "config.env_unset",
  effect: "refused",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  // Variables may stand in any string value.
  watches: ["**"],
  fixable: "never",
  whyNoFix: "Only the place where the gateway runs can set a variable.",
  docs: {
    summary: "A variable that the file needs is not set",
    why: "Clawdbot replaces `${NAME}` when it loads the file. One variable that is unset or empty makes it refuse the whole file.",
    remedy:
      "Set the variable where the gateway runs, for example in `~/.clawdbot/.env`. The file's own `env` block comes too late.",
    bad: `{ gateway: { mode: "local", controlUi: { basePath: "/\${UI_PATH}" } } }`,
    good: `{ gateway: { mode: "local", controlUi: { basePath: "/ui" } } }`,
    since: "next",
    calm: "It speaks only where you said which variables are set: with the environment `empty` or `process`.",
    upstream: {
      relation: "ours",
      reason: "The program refuses such a file before it audits anything.",
    },
  },
  *check(config) {
    const { environment } = config.situation;
    for (const node of config.resolved.scalarsWithDollar) {
      const unset = (node.template?.names ?? []).filter(
        (name) => referencedState(environment, name) === "unset",
      );
      if (unset.length === 0) continue;
      const names = unset.map((name) => `\${${name}}`).join(" and ");
      yield {
        at: lookupOf(node, node.path),
        message: `${names} ${unset.length === 1 ? "is" : "are"} not set, so Clawdbot refuses the file`,
      };
    }
  },
});
