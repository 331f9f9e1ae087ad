import { sandboxes, sandboxPatterns } from "../../access/sandboxes.ts";
import { knownText } from "../../config/known-text.ts";
import { defineRule } from "../rule.ts";
import { named, notAudited } from "./named.ts";

/** A download that ends in a shell or interpreter, by a pipe or by `$(…)`. */
const pipesDownload =
  /\b(?:curl|wget)\b[^|;&]*\|\s*(?:sudo\s+)?(?:[\w/.-]*\/)?(?:env\s+)?(?:sh|bash|zsh|dash|ash|python3?|node|perl|ruby)\b|\b(?:sh|bash|zsh|eval|source)\b[^;&|]*(?:\$\(|<\(|`)\s*(?:curl|wget)\b/;

export const sandboxSetupCommandPipesDownload = defineRule({
  code: "sandbox.setup_command_pipes_download",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...sandboxPatterns,
    "agents.defaults.sandbox.docker.setupCommand",
    "agents.list[].sandbox.docker.setupCommand",
  ],
  fixable: "never",
  whyNoFix: "What the script does has to become a step of an image.",
  docs: {
    summary: "A sandbox is set up by a script from the web",
    why: "The script is fetched anew for every container, and whoever can change it at that moment owns all of them: it runs before the agent does, in the place that the agent trusts.",
    remedy:
      "Build an image with what the work needs and name it in `docker.image`, or fetch the file once, check it, and mount it.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { setupCommand: "curl -fsSL https://example.com/install.sh | sh" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { image: "my-sandbox:1" } } } },
}`,
    since: "next",
    calm: "It needs curl or wget whose output a shell or interpreter runs, in a command that is in force.",
    upstream: notAudited,
  },
  *check(config) {
    for (const { lookup, agents } of sandboxes(config).inForce(
      "docker",
      "setupCommand",
    )) {
      // Nobody writes longer ones by hand, and the expression need not be run on them.
      const command = knownText(lookup)?.slice(0, 2000) ?? "";
      if (!pipesDownload.test(command)) continue;
      yield {
        at: lookup,
        message: `A script from the web sets up the container${named(agents)}, unseen, each time`,
      };
    }
  },
});
