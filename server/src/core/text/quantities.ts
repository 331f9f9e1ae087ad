/** Durations and sizes in words a person reads at a glance. */

/** What a number of a setting counts; `duration` is text such as "30m", where a plain number counts minutes. */
export type Unit =
  "ms" | "s" | "min" | "h" | "days" | "bytes" | "MB" | "duration";
export const units = [
  "ms",
  "s",
  "min",
  "h",
  "days",
  "bytes",
  "MB",
  "duration",
] as const satisfies readonly Unit[];

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** From the longest, in milliseconds. */
const spans = [
  ["day", day],
  ["hour", hour],
  ["minute", minute],
  ["second", second],
] as const;

const milliseconds: Readonly<Partial<Record<Unit, number>>> = {
  ms: 1,
  s: second,
  min: minute,
  h: hour,
  days: day,
};

/** The units that may stand in a duration's text. */
const inText: Readonly<Record<string, number>> = {
  ms: 1,
  s: second,
  m: minute,
  h: hour,
  d: day,
};

const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;

/** "1 hour 30 minutes"; at most two parts, of which the second is rounded. */
function durationText(total: number): string {
  for (const [index, [word, size]] of spans.entries()) {
    if (total < size) continue;
    const next = spans[index + 1];
    const whole = Math.floor(total / size);
    const rest = total - whole * size;
    if (next === undefined)
      return counted(Math.round((total / size) * 10) / 10, word);
    const [nextWord, nextSize] = next;
    const part = Math.round(rest / nextSize);
    if (part === 0) return counted(whole, word);
    return part * nextSize === size
      ? durationText((whole + 1) * size)
      : `${counted(whole, word)} ${counted(part, nextWord)}`;
  }
  return counted(Math.round(total * 1000) / 1000, "millisecond");
}

function sizeText(bytes: number): string {
  const names = ["GB", "MB", "KB"];
  for (const [index, name] of names.entries()) {
    const size = 1024 ** (names.length - index);
    if (bytes >= size) return `${Math.round((bytes / size) * 10) / 10} ${name}`;
  }
  return counted(bytes, "byte");
}

/** A duration's text in milliseconds, as the program reads it; undefined for what it does not take. */
export function durationOf(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, count = "", unit = "m"] = match;
  const total = Number(count) * (inText[unit.toLowerCase()] ?? minute);
  return Number.isFinite(total) ? total : undefined;
}

/** The value in words; undefined when it is no such value, or says as much already. */
export function inWords(value: unknown, unit: Unit): string | undefined {
  if (unit === "duration") {
    const total = typeof value === "string" ? durationOf(value) : undefined;
    return total === undefined || total === 0 ? undefined : durationText(total);
  }
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0)
    return undefined;
  const words =
    unit === "bytes"
      ? sizeText(value)
      : unit === "MB"
        ? sizeText(value * 1024 * 1024)
        : durationText(value * (milliseconds[unit] ?? 1));
  // "30 seconds" is no news of a setting that counts seconds.
  return words.startsWith(`${value} `) ? undefined : words;
}
