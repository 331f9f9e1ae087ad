/** Plain values, as JSON5 knows them. Nothing here recurses. */
import type { JsonValue } from "./nodes.ts";

export const isPlainObject = (
  value: JsonValue | undefined,
): value is { readonly [key: string]: JsonValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Puts a value into an object or array that is being made; `__proto__` is a key like any other. */
export function putMember(
  container: object,
  key: string | number,
  value: JsonValue,
): void {
  if (key === "__proto__") {
    Object.defineProperty(container, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    (container as Record<string | number, JsonValue>)[key] = value;
  }
}

/** What an object or array itself has at a key; undefined when it has nothing there, and for anything else. */
export function ownMember(
  container: JsonValue | undefined,
  key: string | number,
): JsonValue | undefined {
  if (typeof container !== "object" || container === null) return undefined;
  return Object.getOwnPropertyDescriptor(container, key)?.value as
    JsonValue | undefined;
}

/** Whether two values are the same to the last detail that JSON5 can tell, the order of keys aside. */
export function isSame(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  const waiting: [JsonValue | undefined, JsonValue | undefined][] = [[a, b]];
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [left, right] = pair;
    if (Object.is(left, right)) continue;
    if (
      typeof left !== "object" ||
      typeof right !== "object" ||
      !left ||
      !right
    )
      return false;
    if (Array.isArray(left) !== Array.isArray(right)) return false;
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    for (const key of keys)
      waiting.push([ownMember(left, key), ownMember(right, key)]);
  }
  return true;
}

/** The same value anew, so that a change of one leaves the other alone. */
export function copyOf(value: JsonValue): JsonValue {
  const result: JsonValue[] = [];
  const tasks: { into: object; key: string | number; value: JsonValue }[] = [
    { into: result, key: 0, value },
  ];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const source = task.value;
    if (typeof source !== "object" || source === null) {
      putMember(task.into, task.key, source);
      continue;
    }
    const into = Array.isArray(source) ? [] : {};
    putMember(task.into, task.key, into);
    for (const key of Object.keys(source)) {
      const member = ownMember(source, key);
      if (member !== undefined) tasks.push({ into, key, value: member });
    }
  }
  return result[0] ?? null;
}
