/**
 * Writes `identifier-ranges.generated.ts`: the non-ASCII characters that the program's own parser takes in bare
 * keys. They are those of the Unicode version json5 was built with, so the running engine's `\p{ID_Start}`, which
 * knows newer letters, would accept keys that the program rejects.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const unicode = createRequire(import.meta.url)("json5/lib/unicode") as Record<
  "ID_Start" | "ID_Continue",
  RegExp
>;

function pack(pattern: RegExp): string {
  const lengths: string[] = [];
  let inside = false;
  let since = 0;
  for (let point = 128; point <= 0x110000; point++) {
    const now = point < 0x110000 && pattern.test(String.fromCodePoint(point));
    if (now === inside) continue;
    lengths.push((point - since).toString(36));
    since = point;
    inside = now;
  }
  return lengths.join(" ");
}

writeFileSync(
  "server/src/core/json5/identifier-ranges.generated.ts",
  `// Written by scripts/generate-identifier-ranges.ts from json5 2.2.3. Lengths in base 36: outside, inside, outside …
export const identifierStarts =
  "${pack(unicode.ID_Start)}";
export const identifierParts =
  "${pack(new RegExp(`${unicode.ID_Start.source}|${unicode.ID_Continue.source}`))}";
`,
);
