import type { JSONPath, JsonValue } from "../json5/nodes.ts";
import type { SettingChange } from "./fix.ts";

interface MutableObject {
  [key: string]: JsonValue;
}
type Mutable = JsonValue[] | MutableObject;

const isContainer = (value: JsonValue | undefined): value is Mutable =>
  typeof value === "object" && value !== null;
const isObject = (value: JsonValue | undefined): value is MutableObject =>
  isContainer(value) && !Array.isArray(value);

function member(
  value: JsonValue | undefined,
  key: string | number,
): JsonValue | undefined {
  if (Array.isArray(value))
    return typeof key === "number"
      ? (value[key] as JsonValue | undefined)
      : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function at(value: JsonValue, path: JSONPath): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const key of path) found = member(found, key);
  return found;
}

function put(container: Mutable, key: string | number, value: JsonValue): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else
    Object.defineProperty(container, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** Returns the new root: containers on the way are made where there are none. */
function set(root: JsonValue, path: JSONPath, value: JsonValue): JsonValue {
  const last = path.at(-1);
  if (last === undefined) return value;
  let container: JsonValue = root;
  for (const key of path.slice(0, -1)) {
    if (!isContainer(container))
      throw new RangeError("a change writes below a scalar");
    let next = member(container, key);
    if (next === undefined) put(container, key, (next = {}));
    container = next;
  }
  if (!isContainer(container))
    throw new RangeError("a change writes below a scalar");
  put(container, last, value);
  return root;
}

function remove(root: JsonValue, path: JSONPath): void {
  const container = at(root, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else if (isObject(container) && key !== undefined)
    Reflect.deleteProperty(container, key);
}

function merge(root: JsonValue, path: JSONPath, value: JsonValue): JsonValue {
  const present = at(root, path);
  if (!isObject(value) || !isObject(present)) return set(root, path, value);
  let result = root;
  for (const [key, part] of Object.entries(value))
    result = merge(result, [...path, key], part);
  return result;
}

const copy = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const result: Mutable = {};
  for (const [key, part] of Object.entries(value)) put(result, key, copy(part));
  return result;
};

/**
 * The value that a config must have after the changes: what a fix promises, computed without any text.
 * Throws a RangeError when a change makes no sense on this value, which is a bug of the fix.
 */
export function changedValue(
  value: JsonValue,
  changes: readonly SettingChange[],
): JsonValue {
  let root = copy(value);
  for (const change of changes) {
    switch (change.op) {
      case "set":
        root = set(root, change.path, copy(change.value));
        break;
      case "remove":
        remove(root, change.path);
        break;
      case "append": {
        const list = at(root, change.path);
        root = set(root, change.path, [
          ...(Array.isArray(list) ? (list as readonly JsonValue[]) : []),
          copy(change.value),
        ]);
        break;
      }
      case "merge":
        root = merge(root, change.path, copy(change.value));
        break;
      case "rename":
      case "move": {
        const from = change.op === "move" ? change.from : change.path;
        const targets =
          change.op === "move"
            ? change.to
            : [[...from.slice(0, -1), change.key]];
        const moved = at(root, from);
        if (moved === undefined)
          throw new RangeError("a change moves what is not there");
        remove(root, from);
        for (const target of targets) root = set(root, target, copy(moved));
        break;
      }
    }
  }
  return root;
}

/** Whether two values are equal; the order of keys does not count. */
export function sameValue(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((item: JsonValue, index) =>
        sameValue(item, b[index] as JsonValue),
      )
    );
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}
