import { readFileSync } from "node:fs";
import { listCases } from "../../scripts/conformance/cases.ts";
import { problemKinds } from "../../server/src/core/features/problem-kinds.ts";
import { withCanaries, type Canaries } from "./canaries.ts";

/** A handful of configs with secrets in them, every way of putting them there among them. */
export function plantedConfigs(
  canaries: Canaries,
  count: number,
): readonly (readonly [string, string])[] {
  const texts = [
    ...problemKinds.map(({ code, docs }) => [code, docs.bad] as const),
    ...listCases().map(
      ({ name, file }) => [name, readFileSync(file, "utf8")] as const,
    ),
  ];
  const all: (readonly [string, string])[] = [];
  for (const [index, [name, text]] of texts.entries()) {
    if (index % 5 !== 0) continue;
    for (const [way, planted] of withCanaries(text, canaries, index === 0))
      all.push([`${name}, ${way}`, planted]);
  }
  const step = all.length / count;
  return Array.from(
    { length: count },
    (_, index) => all[Math.floor(index * step)],
  ).filter((each) => each !== undefined);
}
