import type { ConfigNode } from "../../config/config-node.ts";
import type { Fix, SettingChange } from "../../config/fix.ts";
import { misreadValues } from "../../dialects/clawdbot/misread-values.ts";
import type { JSONPath, Scalar } from "../../json5/nodes.ts";
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
import { choice, typeWords, valueWords } from "./words.ts";
import { typeOf } from "../interpret.ts";

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
  const is =
    written === undefined
      ? `takes no such ${typeof node.scalar === "string" ? "text" : `value (${typeWords(typeOf(node))})`}`
      : `cannot be ${written}`;
  const allowed = `allowed ${values.length === 1 ? "is" : "are"} ${choice(values.map(valueWords))}`;
  return {
    code: "schema.enum",
    path,
    at: placeOfValue(node),
    message: `${setting} ${is}: ${allowed}${meaning.note}`,
    fixes:
      meaning.fixes.length > 0 ? firstPreferred(meaning.fixes) : [remove(path)],
  };
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
