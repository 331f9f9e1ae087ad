import { isAbsolutePath } from "../../access/host-folders.ts";
import { sandboxPatterns } from "../../access/sandboxes.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { bindPatterns, bindsInForce } from "./binds.ts";
import { notAudited } from "./named.ts";

export const sandboxBindNotAbsolute = defineRule({
  code: "sandbox.bind_not_absolute",
  effect: "note",
  severity: noteAs("warning"),
  watches: [...sandboxPatterns, ...bindPatterns],
  fixable: "never",
  whyNoFix: "Only you know where the folder lies on the computer.",
  docs: {
    summary: "A mount that Docker does not take",
    why: "The text goes to Docker as it stands: `~` is not put out in full, and a path that does not begin with `/` counts as the name of a volume. Docker then refuses to start the container, and every command in the sandbox fails.",
    remedy: "Write the whole path, such as `/home/me/books:/books:ro`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { binds: ["~/books:/books:ro"] } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { binds: ["/srv/books:/books:ro"] } } } },
}`,
    since: "next",
    calm: "It needs a source with a slash or a tilde in it; what could be the name of a volume is left alone.",
    upstream: notAudited,
  },
  *check(config) {
    for (const { lookup, source } of bindsInForce(config)) {
      if (isAbsolutePath(source) || source.startsWith("${")) continue;
      if (!/[\\/~]|^\.+$/.test(source)) continue;
      yield {
        at: lookup,
        message: `Docker does not take ${JSON.stringify(source)}: a mount needs the whole path`,
      };
    }
  },
});
