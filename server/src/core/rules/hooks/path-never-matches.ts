import { is } from "../../config/config-view.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { hooksNotAudited } from "./not-audited.ts";

/** What an address can have between two slashes as it stands; everything else arrives encoded, or not at all. */
const segment = /^[\w.~!$&'()*+,;=:@%-]+$/;

/** Whether no address that is called has the path: addresses arrive without `.` and `..`, and with odd characters encoded. */
function neverMatches(written: string): boolean {
  const path = written.trim().replace(/\/+$/, "");
  if (path === "") return false;
  const segments = path.replace(/^\//, "").split("/");
  return segments.some(
    (each) => each === "." || each === ".." || !segment.test(each),
  );
}

export const hooksPathNeverMatches = defineRule({
  code: "hooks.path_never_matches",
  effect: "note",
  severity: noteAs("warning"),
  watches: ["hooks.enabled", "hooks.path"],
  fixable: "always",
  docs: {
    summary: "Webhooks lie at an address that nobody can call",
    why: "The path is compared with the address as it arrives: blanks and letters beyond ASCII arrive encoded, `.` and `..` not at all, what follows `?` or `#` stands elsewhere. Webhooks are then on, and answer nothing.",
    remedy: "Use letters, digits and dashes, such as `/hooks`.",
    bad: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", path: "/my hooks" } }`,
    good: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}", path: "/my-hooks" } }`,
    since: "next",
    calm: "It needs webhooks that are on and a path whose text alone shows it.",
    upstream: hooksNotAudited,
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    const path = config.at("hooks.path");
    if (path.state !== "set" || typeof path.value !== "string") return;
    if (!neverMatches(path.value)) return;
    yield {
      at: path,
      message: `No address has the path ${JSON.stringify(path.value)}, so webhooks answer nothing`,
      fixes: [
        {
          title: "Put webhooks at /hooks",
          safety: "review",
          preferred: true,
          changes: [{ op: "set", path: path.path, value: "/hooks" }],
        },
      ],
    };
  },
});
