import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

/** A piece of text and the scopes it has, without the grammar's own outermost one. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const path = resolve("client/language/clawdbot.tmLanguage.json");

async function loadGrammar(): Promise<textmate.IGrammar> {
  // Not resolved with `join`: npm may have put the package elsewhere.
  const wasm = createRequire(resolve("package.json")).resolve(
    "vscode-oniguruma/release/onig.wasm",
  );
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () =>
      Promise.resolve(
        textmate.parseRawGrammar(readFileSync(path, "utf8"), path),
      ),
  });
  const grammar = await registry.loadGrammar("source.json.clawdbot");
  if (grammar === null) throw new Error(`no grammar in ${path}`);
  return grammar;
}

const grammar = await loadGrammar();

/** What VS Code's colouring sees: every token of the text that is not just white space, in order. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const piece = line.slice(startIndex, endIndex);
      if (piece.trim() !== "")
        tokens.push({ text: piece, scopes: scopes.slice(1) });
    }
  }
  return tokens;
}
