import { Code, isDigit } from "./characters.ts";
import { Expect } from "./expect.ts";
import { Layout, closesTooEarly, closeByLayout } from "./layout.ts";
import { recoverAfterRoot, recoverCloser } from "./recovery/recover-closer.ts";
import { recoverComma } from "./recovery/recover-comma.ts";
import { recoverColon, recoverKey } from "./recovery/recover-key.ts";
import { recoverValue } from "./recovery/recover-value.ts";
import { Scanner } from "./scanner.ts";
import * as say from "./syntax-messages.ts";
import { ContainerNode, PropertyNode, ScalarNode } from "./tree.ts";
import type { TreeNode } from "./tree.ts";

/**
 * Builds the tree in one pass, without recursion. This class knows legal text; whatever does not fit goes to
 * `recovery/`, which reports it and says how to go on.
 *
 * With `byLayout` it also believes the indentation where brackets and indentation disagree. Legal text may be indented
 * in any way, so that is only asked for when brackets are known not to match.
 */
export class Parser extends Scanner {
  expect: Expect = Expect.Value;
  root: TreeNode | undefined;
  /** The innermost container that is open. */
  here: ContainerNode | undefined;
  /** The property that waits for its value. */
  property: PropertyNode | undefined;
  /** Finished children of all open containers, the outermost first; `top` is how many. */
  readonly pending: TreeNode[] = [];
  top = 0;
  /** Where in `pending` the children of each open container begin. */
  readonly #starts: number[] = [];
  depth = 0;
  /** Where a comma is missing, unless the key that comes next turns out to be the damage; -1 for nowhere. */
  missingCommaAt = -1;
  /** Whether brackets were found not to match. */
  unbalanced = false;
  readonly layout: Layout | undefined;

  constructor(text: string, byLayout: boolean) {
    super(text);
    this.layout = byLayout ? new Layout(text) : undefined;
  }

  get openCount(): number {
    return this.#starts.length;
  }

  parse(): void {
    for (;;) {
      const code = this.next();
      if (code === Code.End) break;
      switch (this.expect) {
        case Expect.Comma:
          if (code === Code.Comma) {
            this.pos++;
            this.expect =
              this.here?.type === "object" ? Expect.Key : Expect.Element;
          } else if (code === Code.CloseBrace || code === Code.CloseBracket) {
            this.#readCloser(code);
          } else {
            recoverComma(this, code);
          }
          break;
        case Expect.Key:
          this.#readKey(code);
          break;
        case Expect.Element:
          if (code === Code.CloseBracket) this.#readCloser(code);
          else if (!this.layout || !closeByLayout(this, this.layout, false))
            this.#readValue(code);
          break;
        case Expect.Value:
          this.#readValue(code);
          break;
        case Expect.Nothing:
          recoverAfterRoot(this, code);
          break;
      }
    }
    this.#finish();
  }

  #readKey(code: number): void {
    const start = this.pos;
    if (
      this.layout &&
      code !== Code.CloseBrace &&
      closeByLayout(this, this.layout, false)
    )
      return;
    if (code === Code.DoubleQuote || code === Code.SingleQuote) {
      this.keyRead(this.string(code), start);
    } else if (code === Code.CloseBrace) {
      this.#readCloser(code);
    } else {
      const name = this.identifier();
      if (name === undefined) recoverKey(this, code);
      else this.keyRead(name, start);
    }
  }

  /** Takes the text from `start` for a key and reads on to its value. */
  keyRead(name: string, start: number): void {
    const key = new ScalarNode(
      "string",
      name,
      start,
      this.pos - start,
      undefined,
    );
    const code = this.next();
    const comma = this.missingCommaAt;
    this.missingCommaAt = -1;
    if (code !== Code.Colon) return recoverColon(this, code, key);
    if (comma >= 0) this.problems.push(say.missingComma(comma));
    this.beginProperty(key, this.pos++);
  }

  /** Adds a property to the object at hand; its value is expected next. */
  beginProperty(key: ScalarNode, colonOffset: number): void {
    if (this.here === undefined) return;
    this.property = new PropertyNode(key, colonOffset, this.here);
    this.pending[this.top++] = this.property;
    this.expect = Expect.Value;
  }

  #readValue(code: number): void {
    const start = this.pos;
    switch (code) {
      case Code.DoubleQuote:
      case Code.SingleQuote:
        this.add("string", this.string(code), start);
        return;
      case Code.OpenBrace:
        this.pos++;
        this.open("object", start);
        return;
      case Code.OpenBracket:
        this.pos++;
        this.open("array", start);
        return;
      case 102: // f
        if (this.keyword("false")) return this.add("boolean", false, start);
        break;
      case 110: // n
        if (this.keyword("null")) return this.add("null", null, start);
        break;
      case 116: // t
        if (this.keyword("true")) return this.add("boolean", true, start);
        break;
      default: {
        if (!isDigit(code) && !mayBeginNumber(code)) break;
        const value = this.number();
        if (value !== undefined) return this.add("number", value, start);
      }
    }
    recoverValue(this, code);
  }

  /** Adds the scalar that was just read. */
  add(
    type: "string" | "number" | "boolean" | "null",
    value: string | number | boolean | null,
    start: number,
  ): void {
    this.addNode(
      new ScalarNode(
        type,
        value,
        start,
        this.pos - start,
        this.property ?? this.here,
      ),
    );
  }

  addNode(node: ScalarNode): void {
    const { property } = this;
    if (property !== undefined) {
      property.children = [property.children[0] ?? node, node];
      property.length = node.offset + node.length - property.offset;
      this.property = undefined;
      this.expect = Expect.Comma;
    } else if (this.here !== undefined) {
      this.pending[this.top++] = node;
      this.expect = Expect.Comma;
    } else {
      this.root = node;
      this.expect = Expect.Nothing;
    }
  }

  /** Begins a container at `start`. */
  open(type: "object" | "array", start: number): void {
    const node = new ContainerNode(type, start, this.property ?? this.here);
    if (this.property !== undefined) {
      this.property.children = [this.property.children[0] ?? node, node];
      this.property = undefined;
    }
    this.root ??= node;
    this.here = node;
    this.expect = type === "object" ? Expect.Key : Expect.Element;
    if (this.#starts.push(this.top) > this.depth)
      this.depth = this.#starts.length;
  }

  #readCloser(code: number): void {
    if (this.layout && closeByLayout(this, this.layout, true)) return;
    const fits =
      this.here !== undefined &&
      code ===
        (this.here.type === "object" ? Code.CloseBrace : Code.CloseBracket);
    if (!fits || (this.layout && closesTooEarly(this, this.layout)))
      return recoverCloser(this, code);
    this.pos++;
    this.close(this.pos);
  }

  /** Ends the innermost container at `end`. The root's is put off: more may follow its brace by mistake. */
  close(end: number): void {
    const node = this.here;
    if (node === undefined) return;
    const parent = node.parent;
    node.length = end - node.offset;
    if (parent === undefined) {
      this.expect = Expect.Nothing;
      return;
    }
    const start = this.#starts.pop() ?? 0;
    if (this.top > start) {
      node.children = this.pending.slice(start, this.top);
      this.top = start;
    }
    if (parent.type === "property") {
      parent.length = end - parent.offset;
      this.here = parent.parent;
    } else {
      this.here = parent;
      this.pending[this.top++] = node;
    }
    this.expect = Expect.Comma;
  }

  /** The children the innermost container has so far. */
  get count(): number {
    return this.top - (this.#starts.at(-1) ?? 0);
  }

  /** The child read last in the innermost container. */
  get last(): TreeNode | undefined {
    return this.count > 0 ? this.pending[this.top - 1] : undefined;
  }

  #finish(): void {
    const end = this.#contentEnd();
    if (this.property !== undefined) {
      const [key] = this.property.children;
      if (key)
        this.problems.push(
          say.missingValue(
            String(key.type === "string" ? key.value : ""),
            key.offset,
            end,
          ),
        );
      this.property = undefined;
    }
    if (this.here !== undefined) {
      if (this.expect !== Expect.Nothing) this.#reportUnclosed(this.here, end);
      const rootEnd =
        this.expect === Expect.Nothing
          ? this.here.offset + this.here.length
          : end;
      while (this.here?.parent !== undefined) this.close(end);
      const root = this.here;
      if (root !== undefined) {
        root.children = this.pending.slice(0, this.top);
        root.length = rootEnd - root.offset;
      }
    }
    if (this.root === undefined && this.problems.length === 0)
      this.problems.push(say.empty(this.end));
  }

  /** One problem for everything still open: at the innermost, whose closer the person was about to write. */
  #reportUnclosed(innermost: ContainerNode, end: number): void {
    let closers = "";
    for (let node: ContainerNode | undefined = innermost; node !== undefined;) {
      if (closers.length < 100) closers += node.type === "object" ? "}" : "]";
      const parent: ContainerNode | PropertyNode | undefined = node.parent;
      node = parent?.type === "property" ? parent.parent : parent;
    }
    this.unbalanced = true;
    const certain = closers.length < 100 ? end : undefined;
    this.problems.push(
      say.unclosed(innermost.type, innermost.offset, certain, closers),
    );
  }

  /** Where the text's last token ends: what was read last, comments and white space left out. */
  #contentEnd(): number {
    let comment = this.comments.length - 1;
    let at = this.end;
    for (;;) {
      const before = this.comments[comment];
      if (before && before.offset + before.length === at) {
        at = before.offset;
        comment--;
      } else if (at > 0 && /\s/.test(this.text.charAt(at - 1))) {
        at--;
      } else {
        return at;
      }
    }
  }
}

const mayBeginNumber = (code: number): boolean =>
  code === Code.Minus ||
  code === Code.Plus ||
  code === Code.Dot ||
  code === 73 ||
  code === 78; // I, N
