import type { JsonValue } from "../../server/src/core/json5/nodes.ts";
import type { RecordedIssue } from "./recorded-verdict.ts";

type Container = JsonValue[] | { [key: string]: JsonValue };

const isContainer = (value: JsonValue | undefined): value is Container =>
  typeof value === "object" && value !== null;

const child = (container: Container, key: string): JsonValue | undefined =>
  Array.isArray(container)
    ? container[Number(key)]
    : Object.hasOwn(container, key)
      ? container[key]
      : undefined;

/** The keys that a path joined with dots stands for; keys may hold dots themselves, so the longest that is there wins. */
function keysOf(root: JsonValue, path: string): readonly string[] {
  const keys: string[] = [];
  let value: JsonValue | undefined = root;
  let rest = path === "" ? [] : path.split(".");
  while (rest.length > 0) {
    let length: number = isContainer(value) ? rest.length : 1;
    const keyOf = (count: number): string => rest.slice(0, count).join(".");
    while (
      length > 1 &&
      isContainer(value) &&
      child(value, keyOf(length)) === undefined
    )
      length -= 1;
    keys.push(keyOf(length));
    value = isContainer(value) ? child(value, keyOf(length)) : undefined;
    rest = rest.slice(length);
  }
  return keys;
}

/** Takes away what stands at a place, or the nearest thing above it. Whether anything was there. */
function takeAway(root: JsonValue, path: readonly string[]): boolean {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1] ?? "";
    let container: JsonValue | undefined = root;
    for (const step of path.slice(0, length - 1))
      container = isContainer(container) ? child(container, step) : undefined;
    if (!isContainer(container) || child(container, key) === undefined)
      continue;
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else Reflect.deleteProperty(container, key);
    return true;
  }
  return false;
}

/** Takes every place the release complains about out of a value. Whether anything changed. */
export function repair(
  root: JsonValue,
  issues: readonly RecordedIssue[],
): boolean {
  // From the back, so that indices stay what they were.
  const places = issues
    .flatMap(({ path, keys }) => {
      const above = keysOf(root, path);
      return keys === undefined ? [above] : keys.map((key) => [...above, key]);
    })
    .sort((a, b) => (a.join("\0") < b.join("\0") ? 1 : -1));
  return places.map((path) => takeAway(root, path)).includes(true);
}
