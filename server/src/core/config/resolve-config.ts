import { rootOf } from "../json5/navigate.ts";
import type { JSONPath, Json5Document, Node } from "../json5/nodes.ts";
import type { Span } from "../text/span.ts";
import { mayHoldSecret } from "./secret-families.ts";
import {
  ConfigNode,
  type IncludeChain,
  type Includes,
  type Part,
} from "./config-node.ts";
import {
  IncludeResolver,
  type IncludeProblem,
  type SourceFile,
} from "./includes.ts";

/** A stretch of one file's text: where a finding is shown. */
export interface Place extends Span {
  readonly file: string;
}

/** Containers deeper than this are kept in the tree, but nothing looks below them. */
export const maximumDepth = 1000;

/**
 * The config that one root file stands for, merged from the files it includes.
 *
 * The core reads no files: `missing` lists those it would need and was not given; the host loads them and asks again.
 */
export class ResolvedConfig {
  readonly file: string;
  readonly document: Json5Document;
  /** The merged value; undefined when the text holds none, or is nested too deeply to look at. */
  readonly root: ConfigNode | undefined;
  readonly tooDeep: boolean;
  readonly missing: readonly string[];
  readonly included: readonly string[];
  readonly includeProblems: readonly IncludeProblem[];
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #askedBy: ReadonlyMap<string, Node>;
  #fileOfRoot: Map<Node, string> | undefined;
  #scalars: readonly ConfigNode[] | undefined;
  #withDollar: readonly ConfigNode[] | undefined;
  #mayHoldSecret: boolean | undefined;

  constructor(file: string, files: ReadonlyMap<string, SourceFile>) {
    const document = files.get(file);
    if (document === undefined || !("text" in document))
      throw new RangeError("the root file has to be handed in as text");
    this.file = file;
    this.document = document;
    this.#files = files;
    const chain: IncludeChain = { file, parent: undefined, depth: 0 };
    const includes = mayInclude(document.text)
      ? new IncludeResolver(files)
      : undefined;
    this.tooDeep = document.depth > maximumDepth;
    if (
      includes !== undefined &&
      document.root !== undefined &&
      !this.tooDeep
    ) {
      includes.visit({ node: document.root, chain });
      this.tooDeep = [...includes.included.keys()].some(
        (name) => (this.documentOf(name)?.depth ?? 0) > maximumDepth,
      );
    }
    this.root =
      document.root === undefined || this.tooDeep
        ? undefined
        : rootOfParts({ node: document.root, chain }, includes);
    this.missing = [...(includes?.missing ?? [])];
    this.#askedBy = includes?.included ?? new Map<string, Node>();
    this.included = [...this.#askedBy.keys()];
    this.includeProblems = includes?.problems ?? [];
  }

  /** Every scalar of the merged config, in order: listed once for all who look at any value. */
  get scalars(): readonly ConfigNode[] {
    return (this.#scalars ??= scalarsBelow(this.root));
  }

  /** The scalars with a `$` in them, the only ones that can name a variable. */
  get scalarsWithDollar(): readonly ConfigNode[] {
    return (this.#withDollar ??= this.#someText((text) => text.includes("$"))
      ? this.scalars.filter(
          ({ scalar }) => typeof scalar === "string" && scalar.includes("$"),
        )
      : []);
  }

  /** Whether any file may hold a secret that can be told by its look. */
  get mayHoldSecret(): boolean {
    return (this.#mayHoldSecret ??= this.#someText(mayHoldSecret));
  }

  #someText(test: (text: string) => boolean): boolean {
    return this.files.some((file) => {
      const text = this.documentOf(file)?.text;
      return text !== undefined && test(text);
    });
  }

  /** The parsed text of a file that takes part; undefined when it could not be read. */
  documentOf(file: string): Json5Document | undefined {
    const source = this.#files.get(file);
    return source !== undefined && "text" in source ? source : undefined;
  }

  /** The files that take part and could be read, the root first. */
  get files(): readonly string[] {
    return [
      this.file,
      ...this.included.filter((file) => this.documentOf(file) !== undefined),
    ];
  }

  /** The file a node's text stands in. */
  fileOf(node: Node): string {
    if (this.included.length === 0) return this.file;
    this.#fileOfRoot ??= new Map(
      this.files.flatMap((file): [Node, string][] => {
        const root = this.documentOf(file)?.root;
        return root === undefined ? [] : [[root, file]];
      }),
    );
    return this.#fileOfRoot.get(rootOf(node)) ?? this.file;
  }

  /** Where a node's own text stands. */
  placeOf(node: Node): Place {
    return {
      file: this.fileOf(node),
      offset: node.offset,
      length: node.length,
    };
  }

  /** The text that asks for an included file. */
  placeOfInclude(file: string): Place | undefined {
    const node = this.#askedBy.get(file);
    return node === undefined ? undefined : this.placeOf(node);
  }

  /** A short mark for a container, its key or opening bracket; a scalar is marked whole. */
  markOf(node: ConfigNode): Place {
    if (node.kind === "scalar") return this.placeOf(node.node);
    const key = node.keyNode;
    return key === undefined
      ? { ...this.placeOf(node.node), length: 1 }
      : this.placeOf(key);
  }

  /** The mark of the nearest present ancestor of a path: where a missing setting is shown. */
  markOfMissing(path: JSONPath): Place {
    let nearest = this.root;
    for (const key of path) {
      const next: ConfigNode | undefined = nearest?.get(key);
      if (next === undefined) break;
      nearest = next;
    }
    return nearest === undefined
      ? { file: this.file, offset: 0, length: 0 }
      : this.markOf(nearest);
  }
}

/** What the root file comes to; undefined when its own `$include` brings nothing. */
function rootOfParts(
  part: Part,
  includes: Includes | undefined,
): ConfigNode | undefined {
  const parts = includes === undefined ? [part] : includes.expand(part);
  return parts.length === 0
    ? undefined
    : ConfigNode.of(parts, undefined, undefined, includes);
}

/** Every scalar below a node, itself included, in order; without recursion, as files may be deep. */
export function scalarsBelow(
  root: ConfigNode | undefined,
): readonly ConfigNode[] {
  const scalars: ConfigNode[] = [];
  const pending = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "scalar") {
      scalars.push(node);
      continue;
    }
    const start = pending.length;
    for (const child of node.kind === "object"
      ? node.entries.values()
      : node.items)
      pending.push(child);
    // The last one pushed is looked at first.
    for (let low = start, high = pending.length - 1; low < high; low++, high--)
      [pending[low], pending[high]] = [
        pending[high] as ConfigNode,
        pending[low] as ConfigNode,
      ];
  }
  return scalars;
}

/** Whether a text may hold an `$include` key, escaped spellings included. */
const mayInclude = (text: string): boolean =>
  text.includes("$include") || text.includes("\\u") || text.includes("\\x");
