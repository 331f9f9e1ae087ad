import type { JSONPath } from "../json5/nodes.ts";
import type { SettingPattern } from "./config-paths.generated.ts";

/**
 * The settings a rule reads, as in the schema's own paths: dotted, `*` for any key, `[]` for any index, a final `.**` for
 * everything below. `"**"` alone is for rules about any value.
 */
export type WatchPattern = SettingPattern | `${SettingPattern}.**` | "**";

interface PatternNode {
  readonly next: Map<string, PatternNode>;
  /** Whether a pattern ends here. */
  ends: boolean;
  everything: boolean;
}

/** `"agents.list[].id"` → `["agents", "list", "[]", "id"]`. */
export const patternKeys = (pattern: string): readonly string[] =>
  pattern.replaceAll("[]", ".[]").split(".");

/** Decides whether a path may be read under a list of patterns, key by key, so that keys with dots are safe. */
export class WatchList {
  readonly #root: PatternNode = {
    next: new Map(),
    ends: false,
    everything: false,
  };

  constructor(patterns: readonly WatchPattern[]) {
    for (const pattern of patterns) {
      let node = this.#root;
      for (const key of patternKeys(pattern)) {
        if (key === "**") {
          node.everything = true;
          break;
        }
        const next = node.next.get(key) ?? {
          next: new Map<string, PatternNode>(),
          ends: false,
          everything: false,
        };
        node.next.set(key, next);
        node = next;
      }
      if (!pattern.endsWith("**")) node.ends = true;
    }
  }

  /** Whether the path is watched, or leads to something watched. */
  covers(path: JSONPath): boolean {
    return this.#reached(path) !== undefined;
  }

  /** Whether a pattern names the path itself, or everything below an ancestor. */
  isWatched(path: JSONPath): boolean {
    const reached = this.#reached(path);
    return (
      reached === "everything" || (reached?.some((node) => node.ends) ?? false)
    );
  }

  #reached(path: JSONPath): readonly PatternNode[] | "everything" | undefined {
    let nodes: readonly PatternNode[] = [this.#root];
    for (const key of path) {
      if (nodes.some((node) => node.everything)) return "everything";
      nodes = nodes.flatMap((node) => {
        const named =
          typeof key === "number" ? node.next.get("[]") : node.next.get(key);
        const any = typeof key === "number" ? undefined : node.next.get("*");
        return [named, any].filter((next) => next !== undefined);
      });
      if (nodes.length === 0) return undefined;
    }
    return nodes.some((node) => node.everything) ? "everything" : nodes;
  }
}
