import { withoutSecrets } from "../config/without-secrets.ts";
import type { JSONPath } from "../json5/nodes.ts";

/** One step of a written path: a key, `*` for any key, `[]` for any index. */
type Step = { readonly key: string } | "*" | "[]";

const steps = new Map<string, readonly Step[]>();

/** Reads a dotted path: `*` any one key, `[]` any index, a quoted key taken as it is (`groups."*"`). */
export function stepsOf(path: string): readonly Step[] {
  let known = steps.get(path);
  if (known === undefined) {
    known = [...path.matchAll(/"([^"]*)"|\[\]|[^.[\]"]+/g)].map(
      (match): Step => {
        const [text, quoted] = match;
        if (quoted !== undefined) return { key: quoted };
        return text === "*" || text === "[]" ? text : { key: text };
      },
    );
    steps.set(path, known);
  }
  return known;
}

/** What stood where the pattern has `*` or `[]`, in order; undefined when the path is another one. */
export function match(pattern: string, path: JSONPath): JSONPath | undefined {
  const wanted = stepsOf(pattern);
  return wanted.length === path.length ? capturesOf(wanted, path) : undefined;
}

/** Whether the path ends as the pattern says. */
export function endsWith(path: JSONPath, pattern: string): boolean {
  const wanted = stepsOf(pattern);
  return (
    wanted.length <= path.length &&
    capturesOf(wanted, path.slice(-wanted.length)) !== undefined
  );
}

function capturesOf(
  wanted: readonly Step[],
  path: JSONPath,
): JSONPath | undefined {
  const captures: (string | number)[] = [];
  for (const [index, step] of wanted.entries()) {
    const key = path[index];
    if (key === undefined) return undefined;
    if (typeof step === "object") {
      if (step.key !== key) return undefined;
    } else if ((step === "[]") !== (typeof key === "number")) return undefined;
    else captures.push(key);
  }
  return captures;
}

/** The path a pattern stands for, with what was captured in place of its `*` and `[]`. */
export function fill(pattern: string, captures: JSONPath = []): JSONPath {
  let next = 0;
  return stepsOf(pattern).map((step) => {
    if (typeof step === "object") return step.key;
    const captured = captures[next++];
    if (captured === undefined)
      throw new RangeError(`nothing captured for ${step} in ${pattern}`);
    return captured;
  });
}

/** A path as people write it: dots between keys, odd keys in quotes, indices in brackets. */
export const settingText = (path: JSONPath): string =>
  path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      const name = short(key);
      const text = /^[\w$-]+$/.test(key) ? name : JSON.stringify(name);
      return index === 0 ? text : `.${text}`;
    })
    .join("");

/** Keys are quoted in messages; a very long one says nothing more, and one that looks like a secret is not repeated. */
export function short(key: string): string {
  const said = withoutSecrets(key);
  return said.length > 60 ? `${said.slice(0, 57)}…` : said;
}
