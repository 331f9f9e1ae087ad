import { nearest } from "../../text/nearest.ts";
import { kindOf, problemKinds } from "../problem-kinds.ts";
import { isVerdict, type Problem } from "../problem.ts";

/** Codes that a rule had before it was renamed, and what they are called now: what was accepted stays accepted. */
export const formerCodes: ReadonlyMap<string, string> = new Map();

/** The code of today. */
export const currentCode = (code: string): string =>
  formerCodes.get(code) ?? code;

/**
 * What may be done about a kind of problem besides repairing it. `verdict`: nothing, as it is the program's own. `own`: it
 * is about accepting itself, and can only be switched off.
 */
export type Standing = "acceptable" | "verdict" | "own" | "unknown";

const isOwn = (code: string): boolean => code.startsWith("lint.");

export function standingOf(code: string): Standing {
  const kind = kindOf(currentCode(code));
  if (kind === undefined) return "unknown";
  if (isVerdict(kind.effect)) return "verdict";
  return isOwn(kind.code) ? "own" : "acceptable";
}

/** Whether a problem is about accepting risks, and not about the config. */
export const isAboutAcceptance = ({ code }: Problem): boolean => isOwn(code);

/** Whether the owner may accept this problem. */
export const isAcceptable = ({ code, effect }: Problem): boolean =>
  !isVerdict(effect) && standingOf(code) === "acceptable";

/** Every code that may be accepted, in order. */
export const acceptableCodes: readonly string[] = problemKinds
  .map(({ code }) => code)
  .filter((code) => standingOf(code) === "acceptable")
  .sort();

/** The code that was probably meant. The real audit's ids for a channel carry its name; ours do not. */
export function meantCode(written: string): string | undefined {
  const withoutChannel = written.replace(/^channels\.[^.]+\./, "channels.");
  return standingOf(withoutChannel) === "unknown"
    ? nearest(
        written,
        problemKinds.map(({ code }) => code),
      )?.word
    : withoutChannel;
}

/** What is told of a code that there is not. */
export function noSuchProblem(written: string): string {
  const meant = meantCode(written);
  return `There is no problem ${shortened(written)}${meant === undefined ? "" : `; is ${meant} meant?`}`;
}

/** A word that a message repeats: nobody reads more of it. */
export const shortened = (word: string): string =>
  word.length > 60 ? `${word.slice(0, 59)}…` : word;

/** Why a problem of a known code cannot be accepted. */
export const notAcceptable = (code: string): string =>
  standingOf(code) === "verdict"
    ? `${code} is Clawdbot's own verdict: it can be repaired, but not accepted`
    : `${code} is about accepting risks itself; repair it, or switch it off under rules`;
