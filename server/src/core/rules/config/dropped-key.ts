import { removeEdits } from "../../json5/edits.ts";
import { keyNameOf, keyNodeOf, pathOf, walk } from "../../json5/navigate.ts";
import { defineRule } from "../rule.ts";
import { noteAs } from "./refused.ts";

const name = "__proto__";

export const configDroppedKey = defineRule({
  code: "config.dropped_key",
  effect: "note",
  severity: noteAs("warning"),
  // Any object may have such a key, and only the text shows it.
  watches: ["**"],
  fixable: "always",
  docs: {
    summary: "A key that Clawdbot drops",
    why: "`__proto__` means something of its own in JavaScript, so Clawdbot leaves the key and everything in it out when it reads the file, without a word.",
    remedy: "Remove it, or give it another name.",
    bad: `{ gateway: { mode: "local" }, __proto__: { gateway: { bind: "lan" } } }`,
    good: `{ gateway: { mode: "local" } }`,
    since: "next",
    calm: "It is about this one key alone.",
    upstream: {
      relation: "ours",
      reason: "The audit sees what is left after the file was read.",
    },
  },
  *check(config) {
    const { resolved } = config;
    for (const file of resolved.files) {
      const document = resolved.documentOf(file);
      // The key may be spelled with escapes.
      if (document === undefined || !/__proto__|\\[ux]/.test(document.text))
        continue;
      for (const property of walk(document.root)) {
        if (keyNameOf(property) !== name) continue;
        yield {
          at: {
            state: "absent",
            path: pathOf(property),
            parent: resolved.root,
            origin: file,
          },
          place: resolved.placeOf(keyNodeOf(property) ?? property),
          message: `Clawdbot drops "${name}" and everything in it`,
          fixes: [
            {
              title: "Remove it",
              safety: "review",
              preferred: true,
              edits: [{ file, edits: removeEdits(document, property) }],
            },
          ],
        };
      }
    }
  },
});
