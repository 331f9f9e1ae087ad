import type { ConfigNode } from "../../config/config-node.ts";
import type { Fix, SettingChange } from "../../config/fix.ts";
import { misreadValues } from "../../dialects/clawdbot/misread-values.ts";
import type { JSONPath, Scalar } from "../../json5/nodes.ts";
import { describeSetting } from "../describe-path.ts";
import type { Fault } from "../interpret.ts";
import {
  firstPreferred,
  placeOfValue,
  review,
  certain,
  type SchemaProblem,
} from "../schema-problem.ts";
import { endsWith, settingText } from "../setting-path.ts";
import { nearest } from "../../text/nearest.ts";
import { quotable } from "./quotable.ts";
import { choice, valueWords } from "./words.ts";

type WrongValue = Extract<Fault, { kind: "enum" }>;

/** A value that is none of those allowed: the allowed ones, and the one that was meant. */
export function wrongValue({ node, values }: WrongValue): SchemaProblem {
  const { path } = node;
  const meaning = meantBy(path, node, values);
  const written =
    meaning.isKnown && typeof node.scalar === "string"
      ? JSON.stringify(node.scalar)
      : quotable(path, node.scalar);
  const setting = settingText(path);
  const allowed = choice(values.map(valueWords));
  const said =
    written === undefined
      ? `${setting} takes nothing but ${allowed}`
      : `${setting} cannot be ${written}: allowed ${values.length === 1 ? "is" : "are"} ${allowed}`;
  return {
    code: "schema.enum",
    path,
    at: placeOfValue(node),
    message: `${said}${meaning.note}`,
    fixes: [
      ...firstPreferred(meaning.fixes),
      ...otherChoices(path, values, meaning.fixes),
    ],
  };
}

/** More would be a list to read, not a choice to make. */
const mostChoices = 5;

/**
 * What else may be chosen: the recommended value beside the one that was meant; where nothing is known to be meant,
 * each allowed value with its meaning, the recommended one first.
 */
function otherChoices(
  path: JSONPath,
  values: readonly Scalar[],
  meant: readonly Fix[],
): readonly Fix[] {
  const { safe, values: meanings = [] } = describeSetting(path) ?? {};
  const isMeant = (value: Scalar): boolean =>
    meant.some(
      (fix) =>
        "changes" in fix &&
        fix.changes.some(
          (change) => change.op === "set" && change.value === value,
        ),
    );
  const recommended = values.find((value) => value === safe);
  const others = values.filter(
    (value) => value !== recommended && meant.length === 0,
  );
  const offered = [
    ...(recommended === undefined || isMeant(recommended) ? [] : [recommended]),
    ...(others.length <= mostChoices ? others : []),
  ];
  const fixes = offered.map((value) => {
    const meaning = meanings.find(([name]) => name === value)?.[1] ?? "";
    const why = value === recommended ? ", which is recommended" : "";
    return review(`Set to ${valueWords(value)}${why || briefly(meaning)}`, {
      op: "set",
      path,
      value,
    });
  });
  return fixes.length > 0 || meant.length > 0 ? fixes : [remove(path)];
}

/** The first sentence of a meaning, if it is short enough for a button. */
function briefly(meaning: string): string {
  const [sentence = ""] = meaning.split(/\.(?:\s|$)/);
  const plain = sentence.replaceAll("`", "").trim();
  return plain === "" || plain.length > 110 ? "" : `: ${plain}`;
}

interface Meaning {
  readonly fixes: readonly Fix[];
  /** Appended to the message. */
  readonly note: string;
  /** The value stands in our own table, so it is no secret. */
  readonly isKnown: boolean;
}

function meantBy(
  path: JSONPath,
  node: ConfigNode,
  values: readonly Scalar[],
): Meaning {
  const value = node.scalar;
  if (value === null || value === undefined)
    return { fixes: [], note: "", isKnown: false };
  const text = String(value).trim().toLowerCase();
  for (const row of misreadValues) {
    if (!row.settings.some((setting) => endsWith(path, setting))) continue;
    const reason =
      row.remove !== undefined && Object.hasOwn(row.remove, text)
        ? row.remove[text]
        : undefined;
    if (reason !== undefined)
      return { fixes: [remove(path)], note: `. ${reason}`, isKnown: true };
    const meant = Object.hasOwn(row.meant, text) ? row.meant[text] : undefined;
    if (meant === undefined || !values.includes(meant)) continue;
    const danger = row.careful?.[String(meant)];
    const title = `Set to ${valueWords(meant)}${danger === undefined ? "" : `: ${danger}`}`;
    const needed = row.needs?.[String(meant)];
    return {
      fixes: [
        review(
          title,
          { op: "set", path, value: meant },
          ...(needed === undefined ? [] : addition(node, needed)),
        ),
      ],
      note: `. ${valueWords(meant)} is meant`,
      isKnown: true,
    };
  }
  if (typeof value !== "string") return { fixes: [], note: "", isKnown: false };
  const words = values.filter((allowed) => typeof allowed === "string");
  const near = nearest(value.trim(), words);
  if (near === undefined) {
    const boolean = values.find(
      (allowed) => typeof allowed === "boolean" && String(allowed) === text,
    );
    if (boolean === undefined) return { fixes: [], note: "", isKnown: false };
    return {
      fixes: [
        certain(`Set to ${String(boolean)}`, {
          op: "set",
          path,
          value: boolean,
        }),
      ],
      note: "",
      isKnown: true,
    };
  }
  const set = { op: "set", path, value: near.word } as const;
  const title = `Set to ${valueWords(near.word)}`;
  return {
    fixes: [near.distance === 0 ? certain(title, set) : review(title, set)],
    note: `. Did you mean ${valueWords(near.word)}?`,
    isKnown: near.distance === 0,
  };
}

/** Adds an item to the list beside the value, unless it is there. */
function addition(
  node: ConfigNode,
  { list, item }: { readonly list: string; readonly item: string },
): readonly SettingChange[] {
  const present = node.parent?.get(list);
  if (present?.items.some(({ scalar }) => scalar === item)) return [];
  const path = [...node.path.slice(0, -1), list];
  return [{ op: "append", path, value: item }];
}

const remove = (path: JSONPath): Fix =>
  review("Remove it, for the default", { op: "remove", path });
