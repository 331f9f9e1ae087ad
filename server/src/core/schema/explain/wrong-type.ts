import type { ConfigNode } from "../../config/config-node.ts";
import type { Fix } from "../../config/fix.ts";
import type { Fault } from "../interpret.ts";
import { typeOf } from "../interpret.ts";
import {
  certain,
  firstPreferred,
  placeOfValue,
  review,
  type SchemaProblem,
} from "../schema-problem.ts";
import { match, settingText } from "../setting-path.ts";
import { conversionsTo } from "./conversions.ts";
import { holdsSecret } from "./holds-secret.ts";
import { typeWords, wantedWords } from "./words.ts";
import { writtenValue } from "../written-value.ts";

type WrongType = Extract<Fault, { kind: "type" }>;

/** A value of the wrong type: what is wanted, and the same intent in that type where it is plain. */
export function wrongType(
  { node, wanted }: WrongType,
  root: ConfigNode,
): SchemaProblem {
  const { path } = node;
  const special = specialCase(node, root);
  const names = node.template?.names ?? [];
  const isVariable = names.length > 0;
  const got = isVariable
    ? "a variable, which is always text"
    : typeWords(typeOf(node));
  const subject = path.length === 0 ? "The config" : settingText(path);
  const fixes =
    special?.fixes ??
    conversionsTo(wanted, node).map(({ value, title, isCertain }): Fix => {
      const set = { op: "set", path, value } as const;
      return isCertain ? certain(title, set) : review(title, set);
    });
  const isItem = typeof path.at(-1) === "number";
  const removal =
    path.length === 0 || holdsSecret(node)
      ? []
      : [
          review(
            isItem ? "Remove it from the list" : "Remove it, for the default",
            { op: "remove", path },
          ),
        ];
  return {
    code: "schema.type",
    path,
    at: placeOfValue(node),
    message: `${subject} has to be ${wantedWords(wanted)}, not ${got}${special?.note ?? ""}${isVariable ? variableNote(node) : ""}`,
    fixes: [...firstPreferred(fixes), ...removal],
  };
}

function variableNote(node: ConfigNode): string {
  if (match("gateway.port", node.path) !== undefined) {
    return ". Write the number, or leave it out and set CLAWDBOT_GATEWAY_PORT where the gateway runs";
  }
  return "";
}

/** Wrong types that say something no conversion by rule would keep. */
function specialCase(
  node: ConfigNode,
  root: ConfigNode,
): { readonly note: string; readonly fixes: readonly Fix[] } | undefined {
  const { path } = node;
  if (
    match("tools.elevated.allowFrom", path) !== undefined ||
    match("agents.list[].tools.elevated.allowFrom", path) !== undefined
  ) {
    return elevatedSenders(node, root);
  }
  if (match("skills", path) !== undefined && node.kind === "array") {
    const names = node.items
      .map((item) => item.scalar)
      .filter((name) => typeof name === "string");
    if (names.length !== node.items.length) return undefined;
    const entries = Object.fromEntries(
      names.map((name) => [name, { enabled: true }]),
    );
    return {
      note: ". Skills are set one by one under skills.entries",
      fixes: [
        review("Make each a key of skills.entries, enabled", {
          op: "set",
          path,
          value: { entries },
        }),
      ],
    };
  }
  const isHeartbeat =
    match("agents.defaults.heartbeat", path) !== undefined ||
    match("agents.list[].heartbeat", path) !== undefined;
  if (isHeartbeat && node.scalar === false) {
    return {
      note: '. `every: "0m"` turns the heartbeat off',
      fixes: [
        review('Set every to "0m", which turns it off', {
          op: "set",
          path,
          value: { every: "0m" },
        }),
      ],
    };
  }
  return undefined;
}

/** Elevated senders are listed per channel; an empty list means nobody, which `enabled: false` says. */
function elevatedSenders(
  node: ConfigNode,
  root: ConfigNode,
): { readonly note: string; readonly fixes: readonly Fix[] } | undefined {
  if (node.kind !== "array") return undefined;
  const { path } = node;
  const parent = path.slice(0, -1);
  const note = ": approved senders are listed per channel";
  if (node.items.length === 0) {
    const enabled = [...parent, "enabled"];
    const title = `Nobody: set ${settingText(enabled)} to false instead`;
    return {
      note,
      fixes: [
        review(
          title,
          { op: "set", path: enabled, value: false },
          { op: "remove", path },
        ),
      ],
    };
  }
  const ids = [...(root.get("channels")?.entries.keys() ?? [])].filter(
    (id) => id !== "defaults",
  );
  const senders = writtenValue(node);
  return {
    note,
    fixes: ids.map((id) =>
      review(`Approve these senders on ${id} only`, {
        op: "set",
        path,
        value: { [id]: senders },
      }),
    ),
  };
}
