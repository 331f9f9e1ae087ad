import { benchText } from "./documents.ts";
import type { Form } from "./documents.ts";
import { ParserProcess } from "./parser-process.ts";
import type { ParserName } from "./parsers.ts";
import { race } from "./race.ts";
import { milliseconds, printTable } from "./statistics.ts";

interface Heat {
  readonly form: Form;
  readonly peer: ParserName;
  /** The most that our time may be of the peer's, by number of lines. */
  readonly goals: Readonly<Record<number, number>>;
}

const sizes = [200, 1_000, 10_000, 100_000];
const heats: readonly Heat[] = [
  {
    form: "jsonc",
    peer: "jsonc-parser",
    goals: { 200: 0.4, 1_000: 0.4, 10_000: 0.4, 100_000: 0.65 },
  },
  {
    form: "json5",
    peer: "momoa",
    goals: { 200: 0.5, 1_000: 0.5, 10_000: 0.5, 100_000: 0.5 },
  },
];

/** At 100,000 lines the garbage collector decides, differently in each process: so several of each. */
const roundsOf = (lines: number): number => (lines >= 100_000 ? 3 : 2);

/** Parse plus one full walk, ours against a peer that reads the same text; and what the trees keep. */
export async function json5Section(): Promise<void> {
  const rows: string[][] = [];
  /** By the fastest samples: noise only ever adds. */
  const perByte = new Map<string, number>();
  for (const { form, peer, goals } of heats) {
    for (const lines of sizes) {
      const bytes = benchText(lines, form).length;
      const ratios: number[] = [];
      let last: string[] = [];
      for (let round = 0; round < roundsOf(lines); round++) {
        const ours = new ParserProcess("ours", lines, form);
        const theirs = new ParserProcess(peer, lines, form);
        const { results, noise } = await race(
          [ours, theirs],
          31,
          lines >= 100_000 ? 15 : 60,
        );
        const [mine, its] = [results.get("ours"), results.get(peer)];
        if (!mine || !its) continue;
        ratios.push(mine.median / its.median);
        const key = `${form} ${lines}`;
        perByte.set(
          key,
          Math.min(perByte.get(key) ?? Infinity, mine.least / bytes),
        );
        const memory = (await ours.memory()) / (await theirs.memory());
        ours.end();
        theirs.end();
        last = [
          milliseconds(mine.median),
          milliseconds(mine.p95),
          milliseconds(its.median),
          milliseconds(its.p95),
          memory.toFixed(2),
          noise.toFixed(2),
        ];
      }
      const [ourMedian, ourP95, itsMedian, itsP95, memory, noise] = last;
      rows.push([
        `${form}, ${lines.toLocaleString("en")} lines, ${peer}`,
        ourMedian ?? "",
        ourP95 ?? "",
        itsMedian ?? "",
        itsP95 ?? "",
        ratios.map((ratio) => ratio.toFixed(2)).join(" "),
        (goals[lines] ?? 0).toFixed(2),
        memory ?? "",
        noise ?? "",
      ]);
    }
  }
  console.log(
    "Parse and one full walk, in milliseconds (ratio: ours / peer)\n",
  );
  printTable(
    ["text", "ours", "p95", "peer", "p95", "ratio", "goal", "memory", "noise"],
    rows,
  );
  console.log("\nTime for ten times the text, by the fastest samples\n");
  printTable(
    ["text", "times as long (10 is linear, goal 11)"],
    heats.map(({ form }) => [
      `${form}, 1,000 to 10,000 lines`,
      (
        (10 * (perByte.get(`${form} 10000`) ?? 0)) /
        (perByte.get(`${form} 1000`) ?? 1)
      ).toFixed(1),
    ]),
  );
}
