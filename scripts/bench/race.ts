/** Measures several ways to do the same, in turns, so that whatever disturbs the machine disturbs all of them. */
import { summarise } from "./statistics.ts";
import type { Summary } from "./statistics.ts";

export interface Contestant {
  readonly name: string;
  /** How long one run took, in milliseconds; the mean when it runs several times. */
  readonly sample: () => Promise<number>;
}

export interface Race {
  readonly results: ReadonlyMap<string, Summary>;
  /** A fixed job's median over its minimum while all ran. Above 1.2 the machine was too busy to believe the figures. */
  readonly noise: number;
}

/** Takes that many samples of each, one after the other, and throws the first ones away. */
export async function race(
  contestants: readonly Contestant[],
  samples: number,
  discarded: number,
): Promise<Race> {
  const taken = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  const probes: number[] = [];
  for (let round = -discarded; round < samples; round++) {
    for (const { name, sample } of contestants) {
      const time = await sample();
      if (round >= 0) taken.get(name)?.push(time);
    }
    if (round >= 0) probes.push(probe());
  }
  const noise = summarise(probes);
  return {
    results: new Map([...taken].map(([name, all]) => [name, summarise(all)])),
    noise: noise.median / noise.least,
  };
}

/** A job that costs the same each time: about a millisecond of arithmetic. */
function probe(): number {
  const start = performance.now();
  let mixed = 1;
  for (let step = 0; step < 1_000_000; step++)
    mixed = (Math.imul(mixed, 48_271) + step) | 0;
  // The sum is looked at so that the loop cannot be left out.
  return performance.now() - start + (mixed === 0.5 ? 1 : 0);
}

/** A contestant that runs here, as often per sample as takes at least `least` milliseconds. */
export function inProcess(
  name: string,
  run: () => unknown,
  least = 4,
): Contestant {
  let repeats = 1;
  return {
    name,
    sample: async () => {
      for (;;) {
        const start = performance.now();
        for (let turn = 0; turn < repeats; turn++) await run();
        const time = performance.now() - start;
        if (time >= least || repeats >= 4096) return time / repeats;
        repeats *= 2;
      }
    },
  };
}
