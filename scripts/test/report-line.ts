/** How a stage's process tells how many of its tests passed: a line of its standard output. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const pattern = /^@@tests passed=(\d+) failed=(\d+)$/gm;

export const reportLine = ({ passed, failed }: Counts): string =>
  `@@tests passed=${passed} failed=${failed}`;

/** The counts a process reported, summed when it did so several times; undefined when it never did. */
export function reportedCounts(output: string): Counts | undefined {
  let sum: Counts | undefined;
  for (const [, passed, failed] of output.matchAll(pattern)) {
    sum = {
      passed: (sum?.passed ?? 0) + Number(passed),
      failed: (sum?.failed ?? 0) + Number(failed),
    };
  }
  return sum;
}

/** What a process printed, without the lines that are only for us. */
export const withoutReportLines = (output: string): string =>
  output.replace(pattern, "").trim();
