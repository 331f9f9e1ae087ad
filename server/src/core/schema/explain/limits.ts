import type { ConfigNode } from "../../config/config-node.ts";
import type { Fix } from "../../config/fix.ts";
import type { Fault } from "../interpret.ts";
import {
  firstPreferred,
  placeOfKey,
  placeOfValue,
  review,
  type SchemaProblem,
} from "../schema-problem.ts";
import { settingText, short } from "../setting-path.ts";

type Limit = Extract<Fault, { kind: "range" | "length" | "pattern" }>;
type KeyName = Extract<Fault, { kind: "key-name" }>;

/** A number outside its limits: the limits, and the nearest number inside. */
export function outOfRange({ node, wanted }: Limit): SchemaProblem {
  const { path } = node;
  const { minimum, maximum, exclusiveMinimum } = wanted.shape;
  const limits = [
    ...(minimum === undefined || minimum <= -Number.MAX_SAFE_INTEGER
      ? []
      : [`at least ${minimum}`]),
    ...(exclusiveMinimum === undefined
      ? []
      : [`more than ${exclusiveMinimum}`]),
    ...(maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER
      ? []
      : [`at most ${maximum}`]),
  ];
  const words =
    limits.length === 0
      ? "small enough to be written exactly"
      : limits.join(" and ");
  return {
    code: "schema.range",
    path,
    at: placeOfValue(node),
    message: `${settingText(path)} has to be ${words}`,
    fixes: [
      ...firstPreferred(nearestInside(node, wanted.shape)),
      review("Remove it, for the default", { op: "remove", path }),
    ],
  };
}

function nearestInside(
  node: ConfigNode,
  { minimum, maximum, exclusiveMinimum }: Limit["wanted"]["shape"],
): readonly Fix[] {
  const value = node.scalar;
  if (typeof value !== "number") return [];
  const bound =
    maximum !== undefined && value > maximum
      ? maximum
      : minimum !== undefined && value < minimum
        ? minimum
        : undefined;
  const inside =
    bound ??
    (exclusiveMinimum !== undefined && value <= exclusiveMinimum
      ? exclusiveMinimum + 1
      : undefined);
  if (inside === undefined || Math.abs(inside) >= Number.MAX_SAFE_INTEGER)
    return [];
  return [
    review(`Set it to ${inside}, the nearest that is allowed`, {
      op: "set",
      path: node.path,
      value: inside,
    }),
  ];
}

/** A text or list of the wrong length. */
export function wrongLength({ node, wanted }: Limit): SchemaProblem {
  const { path } = node;
  const { minLength, maxLength } = wanted.shape;
  const least = minLength !== undefined && node.template?.parts.length === 0;
  const message = least
    ? "must not be empty"
    : maxLength === undefined
      ? "has the wrong number of items"
      : `has to be at most ${maxLength} characters long`;
  const isRequired = least && typeof path.at(-1) === "string";
  return {
    code: "schema.length",
    path,
    at: placeOfValue(node),
    message: `${settingText(path)} ${message}`,
    fixes: isRequired
      ? []
      : [review("Remove it, for the default", { op: "remove", path })],
  };
}

/** A text that has to be of a certain form. */
export function wrongPattern({ node, wanted }: Limit): SchemaProblem {
  const { path } = node;
  const { pattern = "" } = wanted.shape;
  const form = forms.get(pattern) ?? `of the form ${pattern}`;
  return {
    code: "schema.pattern",
    path,
    at: placeOfValue(node),
    message: `${settingText(path)} has to be ${form}`,
    fixes: firstPreferred(pattern === hexColor ? colorFixes(node) : []),
  };
}

const hexColor = "^#?[0-9a-fA-F]{6}$";

/** What the patterns of the schema ask for, in words. */
const forms = new Map([
  [hexColor, "six hexadecimal digits, such as FF4500"],
  ["^\\+[1-9]\\d{1,14}$", "a telephone number such as +15551234567"],
]);

const colors: { readonly [name: string]: string } = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  orange: "#FFA500",
  yellow: "#FFFF00",
  purple: "#800080",
  pink: "#FFC0CB",
  gray: "#808080",
  grey: "#808080",
  teal: "#008080",
  cyan: "#00FFFF",
};

function colorFixes(node: ConfigNode): readonly Fix[] {
  const { path, scalar } = node;
  if (typeof scalar !== "string") return [];
  const short3 = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(scalar);
  const named = Object.hasOwn(colors, scalar.toLowerCase())
    ? colors[scalar.toLowerCase()]
    : undefined;
  const value =
    short3 === null
      ? (named ?? "#0066CC")
      : `#${short3
          .slice(1)
          .map((digit) => digit + digit)
          .join("")}`;
  return [
    review(`Set it to ${JSON.stringify(value)}`, { op: "set", path, value }),
  ];
}

/** A key of a map that has to be of a certain form. */
export function wrongKeyName({ node, key }: KeyName): SchemaProblem {
  const { path, parent } = node;
  const better = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const isFree = better !== "" && parent?.get(better) === undefined;
  return {
    code: "schema.key_name",
    path,
    at: placeOfKey(node),
    message: `${JSON.stringify(short(key))} cannot be a name in ${settingText(path.slice(0, -1))}: only small letters, digits and hyphens`,
    fixes: isFree
      ? firstPreferred([
          review(`Rename it to ${JSON.stringify(better)}`, {
            op: "rename",
            path,
            key: better,
          }),
        ])
      : [],
  };
}
