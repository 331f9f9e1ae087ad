import { scalarsBelow } from "../../config/resolve-config.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import { lookupOf } from "../../config/config-view.ts";
import type { Fix, KeptSecret } from "../../config/fix.ts";
import { isSecretAt, secretText } from "../../config/secret-values.ts";
import {
  legacyKeys,
  type LegacyKey,
} from "../../dialects/clawdbot/legacy-keys.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, pathText } from "../rule.ts";
import { variableNamed } from "../secrets/move-to-env.ts";
import { isNoSecret } from "../secrets/no-secret.ts";
import { Relocation } from "./relocation.ts";
import { repairOf } from "./legacy-repairs.ts";

export const configLegacyKey = defineRule({
  code: "config.legacy_key",
  effect: "refused",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  // Old keys are in no schema, so no narrower pattern names them.
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "A key of an older release, which this one refuses",
    why: "Clawdbot knows where the setting lies now, yet refuses the whole file and says nothing else about it. Its messages promise a migration on load; only `clawdbot doctor --fix` does one, which rewrites the file as plain JSON, without your comments and with every variable replaced by its value.",
    remedy:
      "Move the setting to its new place. The quick fix does what the doctor would, and leaves the rest of the file alone.",
    bad: `{ gateway: { mode: "local", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "The list of old keys is the program's own.",
    upstream: {
      relation: "ours",
      reason: "The program refuses such a file before it audits anything.",
    },
  },
  *check(config) {
    const { root } = config.resolved;
    if (root === undefined) return;
    for (const key of legacyKeys) {
      const node = root.find([...key.path]);
      if (node === undefined) continue;
      if (key.onlyText === true && typeof node.scalar !== "string") continue;
      yield {
        at: lookupOf(node, [...key.path]),
        message: `${pathText([...key.path])} is a key of older releases, and Clawdbot refuses the file because of it; its place is ${key.now} now`,
        fixes: [fixFor(key, node, root)],
      };
    }
  },
});

const nameOf = (path: readonly (string | number)[]): string =>
  pathText([...path]);

function fixFor(key: LegacyKey, node: ConfigNode, root: ConfigNode): Fix {
  const relocation = repairOf(key, node, root);
  const subject = nameOf(
    key.repair.kind === "agent" ? key.path.slice(0, 1) : key.path,
  );
  if (relocation === undefined) {
    // The doctor leaves such a value alone, and the file refused.
    const removal = new Relocation(root);
    removal.clear(node);
    return {
      title: `Remove ${nameOf(key.path)}, whose value has no place in ${key.now}`,
      safety: "review",
      preferred: true,
      changes: removal.changes,
    };
  }
  const { changes, lost, targets } = relocation;
  const keeping = kept(lost, root);
  const dropped = lost.map(nameOf).join(" and ");
  const isPlain = key.repair.kind === "merge" || key.repair.kind === "move";
  if (targets.length === 0 && lost.length > 0) {
    return {
      title: `Remove ${subject}: ${reasonOf(key, root)}${keeping.title}`,
      safety: "review",
      preferred: true,
      changes,
      ...keeping.fix,
    };
  }
  return {
    title: `Move ${subject} to ${key.repair.kind === "agent" ? "agents.defaults and tools" : key.now}${dropped === "" ? "" : `, dropping ${dropped}`}${keeping.title}`,
    safety:
      lost.length === 0 && (isPlain || key.repair.kind === "token")
        ? "safe"
        : "review",
    preferred: true,
    changes,
    ...keeping.fix,
  };
}

/** Secrets that find no place in the config go to the `.env` file, under names that nothing reads. */
function kept(
  lost: readonly JSONPath[],
  root: ConfigNode,
): {
  readonly title: string;
  readonly fix: { readonly keeps?: readonly KeptSecret[] };
} {
  const keeps: KeptSecret[] = [];
  for (const node of lost.flatMap((path) => scalarsBelow(root.find(path)))) {
    const text = secretText(node);
    const { path, scalar } = node;
    if (text === undefined || isNoSecret(text) || !isSecretAt(path, text))
      continue;
    const isElsewhere = scalarsBelow(root).some(
      (other) => other !== node && other.scalar === scalar,
    );
    if (!isElsewhere)
      keeps.push({
        path,
        variable: variableNamed("OLD", ...path),
        isSpare: true,
      });
  }
  const names = keeps.map(({ variable }) => variable).join(" and ");
  return names === ""
    ? { title: "", fix: {} }
    : { title: `, and keep its secret in .env as ${names}`, fix: { keeps } };
}

/** Why nothing of the value has a place. */
function reasonOf(key: LegacyKey, root: ConfigNode): string {
  if (
    key.repair.kind === "senders" &&
    root.find(["channels", "whatsapp"]) === undefined
  )
    return "WhatsApp is not configured";
  if (
    key.repair.kind === "transcription" &&
    root.find(["tools", "media", "audio", "models"]) === undefined
  )
    return "no other program than whisper can be carried over";
  return `${key.now} is set already`;
}
