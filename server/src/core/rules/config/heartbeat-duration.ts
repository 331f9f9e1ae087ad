import { couldPass, plainText } from "../../config/possible-values.ts";
import { defineRule } from "../rule.ts";
import { heartbeats } from "./heartbeats.ts";
import { alwaysError, beforeTheAudit, shown, textOf } from "./refused.ts";

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Whether the program reads the text as a duration (cli/parse-duration.js); a bare number is minutes. */
function isDuration(text: string): boolean {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(
    text.trim().toLowerCase(),
  );
  if (match === null) return false;
  const [, number, unit = "m"] = match;
  return Number.isFinite(Math.round(Number(number) * (units[unit] ?? 1)));
}

/** What variables have to hold to complete a duration. */
const samples = ["1", "1m", "m", "s", ".", " "];

const words: readonly (readonly [RegExp, string])[] = [
  [/^(milliseconds?|millis|msecs?|ms)$/, "ms"],
  [/^(seconds?|secs?|s)$/, "s"],
  [/^(minutes?|mins?|m)$/, "m"],
  [/^(hours?|hrs?|h)$/, "h"],
  [/^(days?|d)$/, "d"],
];

/** The same time in the program's spelling: "every 30 minutes", "1h30m", "PT45M". */
export function respelled(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^every\s+/, "")
    .replace(/^pt(?=\d)/, "")
    .replace(/^p(?=\d+d$)/, "");
  const parts = [
    ...plain.matchAll(/\s*(\d+(?:[.,]\d+)?)\s*([a-z]+)\.?\s*(?:and\s+|,)?/gy),
  ];
  const last = parts.at(-1);
  if (last === undefined || last.index + last[0].length !== plain.length)
    return undefined;
  let total = 0;
  let finest = "d";
  for (const [, number = "", word = ""] of parts) {
    const unit = words.find(([pattern]) => pattern.test(word))?.[1];
    if (unit === undefined) return undefined;
    total += Number(number.replace(",", ".")) * (units[unit] ?? 0);
    if ((units[unit] ?? 0) < (units[finest] ?? 0)) finest = unit;
  }
  for (const unit of ["d", "h", "m", "s", "ms"]) {
    const size = units[unit] ?? 1;
    if (size <= (units[finest] ?? 1) && total > 0 && total % size === 0)
      return `${total / size}${unit}`;
  }
  return undefined;
}

export const configHeartbeatDuration = defineRule({
  code: "config.heartbeat_duration",
  effect: "refused",
  severity: alwaysError,
  watches: ["agents.defaults.heartbeat.every", "agents.list[].heartbeat.every"],
  fixable: "sometimes",
  docs: {
    summary: "The time between heartbeats cannot be read",
    why: "A duration is one number with one unit: `ms`, `s`, `m`, `h` or `d`; without a unit it is minutes. Clawdbot refuses the whole file for anything else.",
    remedy:
      'Write `"30m"`, `"2h"` or the like. `"0m"` switches heartbeats off.',
    bad: `{ agents: { defaults: { heartbeat: { every: "30 minutes" } } } }`,
    good: `{ agents: { defaults: { heartbeat: { every: "30m" } } } }`,
    since: "next",
    calm: "It reads durations as the program does; a variable is given the benefit of the doubt as long as some value would do.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    for (const heartbeat of heartbeats(config)) {
      const every = config.at([...heartbeat, "every"]);
      const text = textOf(every);
      if (text === undefined || text.parts.length === 0) continue;
      if (couldPass(text, samples, isDuration)) continue;
      const plain = plainText(text);
      const better = plain === undefined ? undefined : respelled(plain);
      yield {
        at: every,
        message: `${shown(text)} is no duration: write one number and a unit, such as "30m" or "2h"`,
        fixes:
          better === undefined
            ? []
            : [
                {
                  title: `Change to "${better}"`,
                  safety: "safe",
                  preferred: true,
                  changes: [{ op: "set", path: every.path, value: better }],
                },
              ],
      };
    }
  },
});
