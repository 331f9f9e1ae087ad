import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Case } from "./cases.ts";

/** Configs of people who did it right; nothing of ours has anything to say about them. */
export const goodFolder = "test/fixtures/good";

/** What the release makes of one, with every referenced variable set. */
export interface GoodVerdict {
  readonly release: string;
  /** What was asked about: each file with a digest of its text. */
  readonly texts: { readonly [file: string]: string };
  readonly accepted: boolean;
  readonly starts: boolean;
  readonly audit: readonly string[];
}

/** The files of a config, with a digest of each: those of its folder, or itself alone. */
export function textsOf({ file }: Case): { readonly [file: string]: string } {
  const folder = dirname(file);
  const files =
    basename(file) === "clawdbot.json"
      ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
          (name) => /\.json5?$/.test(name) && !name.endsWith("verdict.json"),
        )
      : [basename(file)];
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}
