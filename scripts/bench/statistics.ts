/** What a row of samples comes to. */
export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly least: number;
}

/** The value below which that share of the samples lies. */
function quantile(ordered: readonly number[], share: number): number {
  const at = Math.min(ordered.length - 1, Math.floor(ordered.length * share));
  return ordered[at] ?? Number.NaN;
}

export function summarise(samples: readonly number[]): Summary {
  const ordered = [...samples].sort((a, b) => a - b);
  return {
    median: quantile(ordered, 0.5),
    p95: quantile(ordered, 0.95),
    least: quantile(ordered, 0),
  };
}

/** Milliseconds with three digits that mean something. */
export const milliseconds = (value: number): string =>
  value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(3);

/** Prints rows under headings, numbers to the right. */
export function printTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  console.log(line(headings));
  console.log(widths.map((width) => "-".repeat(width)).join("  "));
  for (const row of rows) console.log(line(row));
}
