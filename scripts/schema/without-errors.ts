/**
 * Takes the error objects out of validators that ajv generated, as their caller asks for yes or no only: half of the
 * code is spent on saying what is wrong, which our own layer does better.
 *
 * Every object literal that starts with `instancePath` is either an error or the position handed to a shared
 * definition, and nothing but other errors ever reads it.
 */
export function withoutErrors(code: string): string {
  const start = /\{instancePath(?=[,:])/g;
  let result = "";
  let from = 0;
  for (let match = start.exec(code); match !== null; match = start.exec(code)) {
    const end = endOfObject(code, match.index);
    result += `${code.slice(from, match.index)}{}`;
    from = end;
    start.lastIndex = end;
  }
  result += code.slice(from);
  if (/schemaPath|\brequire\(|\beval\(|new Function/.test(result)) {
    throw new Error(
      "the generated validators hold more than was expected; has ajv changed its output?",
    );
  }
  return result;
}

/** The offset after the brace that closes the object literal which opens at `start`. */
function endOfObject(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const character = code[at];
    if (character === '"') {
      for (at++; code[at] !== '"'; at++) if (code[at] === "\\") at++;
    } else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  throw new Error("an object literal does not end");
}
