import { couldPass, plainText } from "../../config/possible-values.ts";
import { defineRule } from "../rule.ts";
import { heartbeats } from "./heartbeats.ts";
import { alwaysError, beforeTheAudit, shown, textOf } from "./refused.ts";

type End = "start" | "end";

/** What is wrong with a time of day; undefined when the program takes it (config/zod-schema.agent-runtime.js). */
function faultOf(text: string, end: End): string | undefined {
  const match = /^([01]\d|2[0-3]|24):([0-5]\d)$/.exec(text);
  if (match === null)
    return 'is no time of day: write hours and minutes with two digits each, such as "08:30"';
  const [, hour, minute] = match;
  if (hour !== "24") return undefined;
  if (minute !== "00")
    return 'lies behind the end of the day: "24:00" is the last time there is';
  return end === "start"
    ? 'is the end of a day, at which nothing can start: write "00:00"'
    : undefined;
}

/** Every piece of "00:00": what variables have to hold to complete a time. */
const samples = [
  "0",
  "00",
  "00:",
  "00:0",
  "00:00",
  "0:",
  "0:0",
  "0:00",
  ":",
  ":0",
  ":00",
];

/** The same time in the program's spelling: "8:00", "8am", "10.30 pm", "24:00" as a start. */
export function respelledTime(text: string, end: End): string | undefined {
  const match =
    /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2})?\s*(?:([ap])\.?m\.?)?$/i.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [, hours = "", minutes = "00", half] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const time = `${String(hour).padStart(2, "0")}:${minutes}`;
  if (time === "24:00" && end === "start") return "00:00";
  return faultOf(time, end) === undefined ? time : undefined;
}

export const configHeartbeatHours = defineRule({
  code: "config.heartbeat_hours",
  effect: "refused",
  severity: alwaysError,
  watches: [
    "agents.defaults.heartbeat.every",
    "agents.defaults.heartbeat.activeHours.start",
    "agents.defaults.heartbeat.activeHours.end",
    "agents.list[].heartbeat.every",
    "agents.list[].heartbeat.activeHours.start",
    "agents.list[].heartbeat.activeHours.end",
  ],
  fixable: "sometimes",
  docs: {
    summary: "The hours of heartbeats cannot be read",
    why: "A time of day has two digits for the hour, a colon and two for the minute, from `00:00` to `24:00`, which only `end` may be. Clawdbot refuses the whole file for anything else, once `every` is set beside it.",
    remedy: 'Write `"08:00"` or the like.',
    bad: `{ agents: { defaults: { heartbeat: { every: "30m", activeHours: { start: "8:00", end: "22:00" } } } } }`,
    good: `{ agents: { defaults: { heartbeat: { every: "30m", activeHours: { start: "08:00", end: "22:00" } } } } }`,
    since: "next",
    calm: "It speaks only where the program looks: where `every` is written beside the hours.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    for (const heartbeat of heartbeats(config)) {
      const every = textOf(config.at([...heartbeat, "every"]));
      if (every === undefined || every.parts.length === 0) continue;
      for (const end of ["start", "end"] as const) {
        const time = config.at([...heartbeat, "activeHours", end]);
        const text = textOf(time);
        if (text === undefined || text.parts.length === 0) continue;
        const isTime = (value: string): boolean =>
          faultOf(value, end) === undefined;
        if (couldPass(text, samples, isTime)) continue;
        const plain = plainText(text);
        const better =
          plain === undefined ? undefined : respelledTime(plain, end);
        yield {
          at: time,
          message: `${shown(text)} ${faultOf(plain ?? "", end)}`,
          fixes:
            better === undefined
              ? []
              : [
                  {
                    title: `Change to "${better}"`,
                    safety: "safe",
                    preferred: true,
                    changes: [{ op: "set", path: time.path, value: better }],
                  },
                ],
        };
      }
    }
  },
});
