/**
 * Paths whose beginning only the machine knows: below the home folder, or below the folder the gateway was started in.
 * They are compared as far as the text goes (the program: utils.js, `resolveUserPath`, and Node's path.resolve).
 */
export interface MachinePath {
  readonly base: "root" | "home" | "cwd";
  /** Without `.` and `..`, except for leading `..` that leave the base. Undefined is a drive that is not named. */
  readonly segments: readonly (string | undefined)[];
}

export type PathStyle = "posix" | "windows";

const separators: Readonly<Record<PathStyle, RegExp>> = {
  posix: /\/+/,
  windows: /[\\/]+/,
};

/** Applies `.` and `..`; at the root there is nowhere to go up to. */
function resolved(
  from: readonly (string | undefined)[],
  steps: readonly (string | undefined)[],
  base: MachinePath["base"],
): (string | undefined)[] {
  const segments = [...from];
  for (const step of steps) {
    if (step === "" || step === ".") continue;
    if (step !== "..") segments.push(step);
    else if (segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (base !== "root") segments.push("..");
  }
  return segments;
}

/** The segments of an absolute path; undefined for any other. */
function absoluteSegments(
  text: string,
  style: PathStyle,
): (string | undefined)[] | undefined {
  const steps = text.split(separators[style]);
  if (style === "posix")
    return text.startsWith("/") ? resolved([], steps, "root") : undefined;
  if (/^[a-z]:[\\/]/i.test(text))
    return [steps[0], ...resolved([], steps.slice(1), "root")];
  return /^[\\/]/.test(text)
    ? [undefined, ...resolved([], steps, "root")]
    : undefined;
}

/** What the program makes of a path that a person wrote; blanks around it do not count. */
export function machinePath(written: string, style: PathStyle): MachinePath {
  const text = written.trim();
  const absolute = absoluteSegments(text, style);
  if (absolute !== undefined) return { base: "root", segments: absolute };
  const isHome = /^~(?=$|[\\/])/.test(text);
  const base = isHome ? "home" : "cwd";
  const steps = (isHome ? text.slice(1) : text).split(separators[style]);
  return { base, segments: resolved([], steps, base) };
}

const matches = (
  one: string | undefined,
  other: string | undefined,
  style: PathStyle,
): boolean =>
  one === undefined ||
  other === undefined ||
  one === other ||
  (style === "windows" && one.toLowerCase() === other.toLowerCase());

/** The deepest that the home folder and the folder of the gateway are taken to lie. */
const deepestBase = 12;

/** Every way the folder may lie on the machine: unknown segments, then its own. */
function placesOf(
  folder: MachinePath,
): readonly (readonly (string | undefined)[])[] {
  if (folder.base === "root") return [folder.segments];
  return Array.from({ length: deepestBase }, (_, depth) =>
    resolved(
      Array<undefined>(depth + 1).fill(undefined),
      folder.segments,
      "root",
    ),
  );
}

/**
 * Whether a path that counts from the folder stays in it, on some machine. As in the program, a name that begins with two
 * dots does not (config/validation.js).
 */
export function couldLieInside(
  folder: MachinePath,
  written: string,
  style: PathStyle,
): boolean {
  const absolute = absoluteSegments(written, style);
  if (absolute === undefined && !written.includes("..")) return true;
  return placesOf(folder).some((place) => {
    const target =
      absolute ?? resolved(place, written.split(separators[style]), "root");
    return (
      target.length >= place.length &&
      place.every((segment, index) => matches(segment, target[index], style)) &&
      !(target[place.length] ?? "").startsWith("..")
    );
  });
}

/** The path from the folder to a path inside it, where the text alone shows it; undefined otherwise. */
export function pathInside(
  folder: MachinePath,
  path: MachinePath,
): string | undefined {
  const { length } = folder.segments;
  const isInside =
    folder.base === path.base &&
    path.segments.length > length &&
    folder.segments.every((segment, index) => segment === path.segments[index]);
  return isInside ? path.segments.slice(length).join("/") : undefined;
}
