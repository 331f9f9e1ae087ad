import { propertyNamed, valueNodeOf, walk } from "../json5/navigate.ts";
import type { Json5Document, Node } from "../json5/nodes.ts";
import {
  mergeParts,
  type IncludeChain,
  type Includes,
  type Part,
} from "./config-node.ts";
import { resolveInclude } from "./file-names.ts";

/** Why the host could not hand in a file that the config includes. */
export type FileError =
  | "missing"
  | "directory"
  | "unreadable"
  | "too-large"
  | "not-text"
  | "forbidden";

/** A file as the host handed it in: parsed, or the reason why there is nothing to parse. */
export type SourceFile = Json5Document | { readonly error: FileError };

export type IncludeFault =
  | { readonly kind: "value"; readonly got: string }
  | { readonly kind: "siblings" }
  | { readonly kind: "depth" }
  | { readonly kind: "circular"; readonly files: readonly string[] }
  | { readonly kind: "broken"; readonly file: string }
  | {
      readonly kind: "unread";
      readonly file: string;
      readonly error: FileError;
    }
  | { readonly kind: "too-many" };

/** A fault of one `$include`, at the text that asks for the file. */
export interface IncludeProblem {
  readonly node: Node;
  readonly fault: IncludeFault;
}

/** The program's limit of nested included files. */
const maximumDepth = 10;
/** Diamonds multiply: beyond this many inclusions we stop, long before the program would finish. */
const maximumInclusions = 2000;

const isDocument = (file: SourceFile): file is Json5Document => "text" in file;

/** Follows `$include` through the files handed in, and notes what is wrong with it and which files are still wanted. */
export class IncludeResolver implements Includes {
  readonly problems: IncludeProblem[] = [];
  readonly missing = new Set<string>();
  /** Every included file, with the text that asked for it first. */
  readonly included = new Map<string, Node>();
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #cache = new Map<Node, Map<IncludeChain, readonly Part[]>>();
  readonly #chains = new Map<IncludeChain, Map<string, IncludeChain>>();
  readonly #seen = new Set<string>();
  #inclusions = 0;

  constructor(files: ReadonlyMap<string, SourceFile>) {
    this.#files = files;
  }

  /** What a value contributes to the merge: itself, unless it is an object with `$include`. */
  expand(part: Part): readonly Part[] {
    if (part.node.type !== "object") return [part];
    const include = propertyNamed(part.node, "$include");
    if (include === undefined) return [part];
    const perChain =
      this.#cache.get(part.node) ?? new Map<IncludeChain, readonly Part[]>();
    this.#cache.set(part.node, perChain);
    const known = perChain.get(part.chain);
    if (known !== undefined) return known;
    perChain.set(part.chain, [part]);
    const parts = this.#include(part, include);
    perChain.set(part.chain, parts);
    return parts;
  }

  /** Visits every include that can be reached from `part`, so that problems do not depend on who looks where. */
  visit(part: Part): void {
    const pending: Part[] = [part];
    const visited = new Map<Node, Set<IncludeChain>>();
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const chains = visited.get(next.node) ?? new Set();
      if (chains.has(next.chain)) continue;
      visited.set(next.node, chains.add(next.chain));
      for (const node of walk(next.node)) {
        if (node.type !== "object") continue;
        for (const piece of this.expand({ node, chain: next.chain })) {
          if (piece.chain !== next.chain) pending.push(piece);
        }
      }
    }
  }

  #include(part: Part, include: Node): readonly Part[] {
    const value = valueNodeOf(include);
    if (value === undefined) return [part];
    const others = (part.node.children ?? []).some(
      (property) => property.children?.[0]?.value !== "$include",
    );
    // What cannot be had is left out, so that nothing is said of an object that is none; the root stays, to be looked at.
    const unknown = part.node.parent === undefined ? [part] : [];
    let merged: readonly Part[] | undefined;
    if (value.type === "string") {
      merged = this.#load(value, part.chain);
      if (merged === undefined) return others ? [part] : unknown;
    } else if (value.type === "array") {
      for (const item of value.children ?? []) {
        if (item.type !== "string") {
          this.#report(item, { kind: "value", got: item.type });
          continue;
        }
        const loaded = this.#load(item, part.chain) ?? [];
        // One file that cannot be had takes nothing away from the others.
        if (loaded.length > 0) merged = mergeParts(merged, loaded);
      }
    } else {
      this.#report(value, { kind: "value", got: value.type });
    }
    if (merged === undefined || merged.length === 0) return [part];
    if (merged.length > maximumInclusions) {
      this.#report(value, { kind: "too-many" });
      return [part];
    }
    if (!others) return merged;
    if (merged[0]?.node.type !== "object") {
      this.#report(value, { kind: "siblings" });
      return unknown;
    }
    return [...merged, part];
  }

  /** The parts of an included file; undefined when it cannot be had. */
  #load(path: Node, chain: IncludeChain): readonly Part[] | undefined {
    const file = resolveInclude(chain.file, String(path.value));
    const fault = this.#faultBefore(file, chain);
    if (fault !== undefined) {
      this.#report(path, fault);
      return undefined;
    }
    if (!this.included.has(file)) this.included.set(file, path);
    const source = this.#files.get(file);
    if (source === undefined) {
      this.missing.add(file);
      return undefined;
    }
    if (!isDocument(source)) {
      this.#report(path, { kind: "unread", file, error: source.error });
      return undefined;
    }
    if (source.problems.length > 0 || source.root === undefined)
      this.#report(path, { kind: "broken", file });
    if (source.root === undefined) return undefined;
    return this.expand({ node: source.root, chain: this.#below(chain, file) });
  }

  #faultBefore(file: string, chain: IncludeChain): IncludeFault | undefined {
    const files = [file];
    for (
      let link: IncludeChain | undefined = chain;
      link !== undefined;
      link = link.parent
    ) {
      files.unshift(link.file);
      if (link.file === file) return { kind: "circular", files };
    }
    if (chain.depth >= maximumDepth) return { kind: "depth" };
    if (++this.#inclusions > maximumInclusions) return { kind: "too-many" };
    return undefined;
  }

  /** One chain object per place, so that expansions can be kept by identity. */
  #below(chain: IncludeChain, file: string): IncludeChain {
    const known = this.#chains.get(chain) ?? new Map<string, IncludeChain>();
    this.#chains.set(chain, known);
    const link = known.get(file) ?? {
      file,
      parent: chain,
      depth: chain.depth + 1,
    };
    known.set(file, link);
    return link;
  }

  #report(node: Node, fault: IncludeFault): void {
    // One text may be reached by several chains; the same fault is told once.
    const identity = `${fault.kind}:${node.offset}:${"file" in fault ? fault.file : ""}`;
    if (
      this.#seen.has(identity) &&
      this.problems.some((known) => known.node === node)
    )
      return;
    this.#seen.add(identity);
    this.problems.push({ node, fault });
  }
}
