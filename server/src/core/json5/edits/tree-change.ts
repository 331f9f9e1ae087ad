/** Changes of a config said by paths, and what they mean: what each makes of a plain value. */
import type { JSONPath, JsonValue } from "../nodes.ts";
import { copyOf, isPlainObject, ownMember, putMember } from "../values.ts";

/** One change of a config, said by paths; `editsFor` turns it into edits. */
export type TreeChange =
  /** Replaces the value, or inserts it, with the objects on the way that are missing. */
  | { readonly op: "set"; readonly path: JSONPath; readonly value: JsonValue }
  /** Takes a property or an array element out, with its comma; comments stay. */
  | { readonly op: "remove"; readonly path: JSONPath }
  /** Moves a value, its text verbatim; comments attached to it go to the first target. */
  | {
      readonly op: "move";
      readonly from: JSONPath;
      readonly to: readonly JSONPath[];
    }
  /** Changes a key's text and nothing else. */
  | { readonly op: "rename"; readonly path: JSONPath; readonly key: string }
  /** Adds an element to an array, which is made when it is missing. */
  | {
      readonly op: "append";
      readonly path: JSONPath;
      readonly value: JsonValue;
    }
  /** Sets keys of an object; objects under them are merged in the same way, anything else is replaced. */
  | {
      readonly op: "merge";
      readonly path: JSONPath;
      readonly value: { readonly [key: string]: JsonValue };
    };

/**
 * The value after the change; undefined when the change cannot be made. The value given is used up. A key without a
 * value is in the text alone, so that to remove or rename it changes nothing here.
 */
export function changed(
  root: JsonValue | undefined,
  change: TreeChange,
): JsonValue | undefined {
  // One array around everything, so that the root is a member like any other.
  const all: JsonValue[] = root === undefined ? [] : [root];
  return isMade(all, change) ? all[0] : undefined;
}

function isMade(all: JsonValue[], change: TreeChange): boolean {
  switch (change.op) {
    case "set":
      return set(all, change.path, change.value);
    case "remove":
      take(all, change.path);
      return true;
    case "move": {
      const value = take(all, change.from);
      return (
        value !== undefined &&
        change.to.length > 0 &&
        change.to.every(
          (path) =>
            valueAt(all, path) === undefined && set(all, path, copyOf(value)),
        )
      );
    }
    case "rename": {
      const target = [...change.path.slice(0, -1), change.key];
      if (valueAt(all, target) !== undefined)
        return change.path.at(-1) === change.key;
      const value = take(all, change.path);
      return value === undefined || set(all, target, value);
    }
    case "append": {
      const array = valueAt(all, change.path);
      if (array === undefined) return set(all, change.path, [change.value]);
      return (
        Array.isArray(array) &&
        set(all, [...change.path, array.length], change.value)
      );
    }
    case "merge":
      return merge(all, change.path, change.value);
  }
}

/** The container that holds a path's last segment, and that segment. */
function placeOf(
  all: JsonValue[],
  path: JSONPath,
): { container: JsonValue | undefined; segment: string | number } {
  let container: JsonValue | undefined = all;
  let segment: string | number = 0;
  for (const next of path) {
    container = ownMember(container, segment);
    segment = next;
  }
  return { container, segment };
}

function valueAt(all: JsonValue[], path: JSONPath): JsonValue | undefined {
  const { container, segment } = placeOf(all, path);
  return ownMember(container, segment);
}

/** Puts a value at a path and makes the objects on the way; whether that could be done. */
function set(all: JsonValue[], path: JSONPath, value: JsonValue): boolean {
  let container: JsonValue = all;
  let segment: string | number = 0;
  for (const next of path) {
    let inner = ownMember(container, segment);
    if (inner === undefined) {
      if (typeof next === "number") return false;
      inner = {};
      if (!put(container, segment, inner)) return false;
    }
    container = inner;
    segment = next;
  }
  return put(container, segment, value);
}

function put(
  container: JsonValue,
  segment: string | number,
  value: JsonValue,
): boolean {
  if (typeof container !== "object" || container === null) return false;
  const fits = Array.isArray(container)
    ? typeof segment === "number" && segment <= container.length
    : typeof segment === "string";
  if (fits) putMember(container, segment, value);
  return fits;
}

/** Takes the value at a path out; undefined when there is none. */
function take(all: JsonValue[], path: JSONPath): JsonValue | undefined {
  const { container, segment } = placeOf(all, path);
  const value = ownMember(container, segment);
  if (value === undefined) return undefined;
  if (Array.isArray(container)) container.splice(Number(segment), 1);
  else delete (container as { [key: string]: JsonValue })[segment];
  return value;
}

function merge(
  all: JsonValue[],
  path: JSONPath,
  value: { readonly [key: string]: JsonValue },
): boolean {
  const present = valueAt(all, path);
  if (present === undefined) return set(all, path, value);
  if (!isPlainObject(present)) return false;
  const tasks = [{ into: present, from: value }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    for (const [key, member] of Object.entries(task.from)) {
      const there = ownMember(task.into, key);
      if (isPlainObject(there) && isPlainObject(member))
        tasks.push({ into: there, from: member });
      else putMember(task.into, key, copyOf(member));
    }
  }
  return true;
}
