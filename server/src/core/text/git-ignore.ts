/**
 * What Git leaves out, as `.gitignore` files say it (gitignore(5)): patterns of the nearest file win, the last of a file wins,
 * and nothing below a folder that is left out can be taken back in.
 */

/** One file of patterns; `folder` is where it lies, as segments below the work tree's root. */
export interface IgnoreFile {
  readonly folder: readonly string[];
  readonly text: string;
}

/** A piece of a pattern's segment: a stretch of any length, or a test of one character. */
type Piece = "stretch" | ((character: string) => boolean);

/** One segment of a pattern: `**`, which stands for folders at any depth, or pieces. */
type Segment = "folders" | readonly Piece[];

interface Pattern {
  /** Where its file lies; paths are taken from there. */
  readonly folder: readonly string[];
  readonly isNegated: boolean;
  readonly foldersOnly: boolean;
  readonly segments: readonly Segment[];
}

/** `[a-z]` or `[!abc]` as a test; undefined where the bracket is not closed. */
function bracketAt(
  glob: string,
): { readonly piece: Piece; readonly length: number } | undefined {
  const match = /^\[([!^]?)(\]?[^\]]*)\]/.exec(glob);
  if (match === null) return undefined;
  const [whole, negation = "", set = ""] = match;
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(
    ([, from, to, single = ""]) => [from ?? single, to ?? single] as const,
  );
  return {
    piece: (character) =>
      ranges.some(([from, to]) => from <= character && character <= to) ===
      (negation === ""),
    length: whole.length,
  };
}

function piecesOf(glob: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const literal = (wanted: string): void =>
    void pieces.push((character) => character === wanted);
  for (let at = 0; at < glob.length;) {
    const character = String.fromCodePoint(glob.codePointAt(at) ?? 0);
    if (character === "[") {
      const bracket = bracketAt(glob.slice(at));
      // Git lets such a pattern fit nothing.
      pieces.push(bracket?.piece ?? (() => false));
      at += bracket?.length ?? 1;
      continue;
    }
    at += character.length;
    if (character === "*") pieces.push("stretch");
    else if (character === "?") pieces.push(() => true);
    else if (character === "\\" && at < glob.length) {
      literal(glob.charAt(at));
      at += 1;
    } else literal(character);
  }
  return pieces;
}

/** Whether the pieces make up the whole name. All ways are followed at once, so that no pattern takes long. */
function fitsName(pieces: readonly Piece[], name: string): boolean {
  const past = (position: number): number => {
    let next = position;
    while (pieces[next] === "stretch") next += 1;
    return next;
  };
  const reachable = (positions: Iterable<number>): ReadonlySet<number> => {
    const all = new Set<number>();
    for (const start of positions)
      for (let each = start; each <= past(start); each++) all.add(each);
    return all;
  };
  let positions = reachable([0]);
  for (const character of name) {
    const next: number[] = [];
    for (const position of positions) {
      const piece = pieces[position];
      if (piece === "stretch") next.push(position);
      else if (piece?.(character) === true) next.push(position + 1);
    }
    positions = reachable(next);
  }
  return positions.has(pieces.length);
}

/** Whether the segments of a pattern, from one on, make up the whole path, from one on. */
function fitsPath(
  segments: readonly Segment[],
  path: readonly string[],
  fromSegment = 0,
  fromName = 0,
): boolean {
  const segment = segments[fromSegment];
  const name = path[fromName];
  if (segment === undefined) return name === undefined;
  if (segment !== "folders")
    return (
      name !== undefined &&
      fitsName(segment, name) &&
      fitsPath(segments, path, fromSegment + 1, fromName + 1)
    );
  // At the end it stands for what is inside, and not for the folder itself.
  if (fromSegment === segments.length - 1) return name !== undefined;
  return path
    .slice(fromName)
    .some((_name, skipped) =>
      fitsPath(segments, path, fromSegment + 1, fromName + skipped),
    );
}

/** One line of a file; undefined for comments and empty lines. */
function patternOf(
  line: string,
  folder: readonly string[],
): Pattern | undefined {
  // Blanks at the end do not count unless a backslash keeps them.
  const trimmed = line.replace(/\r$/, "").replace(/(?<!\\) +$/, "");
  if (trimmed.startsWith("#")) return undefined;
  const isNegated = trimmed.startsWith("!");
  const body = isNegated ? trimmed.slice(1) : trimmed;
  const foldersOnly = body.endsWith("/");
  const glob = foldersOnly ? body.slice(0, -1) : body;
  if (glob === "") return undefined;
  const segments = glob
    .replace(/^\//, "")
    .split("/")
    .map((text): Segment => (text === "**" ? "folders" : piecesOf(text)));
  // A slash anywhere but at the end ties the pattern to its folder; without one it counts at every depth.
  const isTied = glob.includes("/");
  return {
    folder,
    isNegated,
    foldersOnly,
    segments: isTied ? segments : ["folders", ...segments],
  };
}

const isBelow = (path: readonly string[], folder: readonly string[]): boolean =>
  path.length > folder.length &&
  folder.every((segment, depth) => segment === path[depth]);

/** Whether Git leaves out a file, given as segments below the work tree's root. `files` are in order: the nearest last. */
export function isIgnored(
  path: readonly string[],
  files: readonly IgnoreFile[],
): boolean {
  // The last that fits decides.
  const patterns = files
    .flatMap(({ folder, text }) =>
      text.split("\n").flatMap((line) => patternOf(line, folder) ?? []),
    )
    .reverse();
  return path.some((_segment, depth) => {
    const part = path.slice(0, depth + 1);
    const isFolder = part.length < path.length;
    const decisive = patterns.find(
      ({ folder, foldersOnly, segments }) =>
        isBelow(part, folder) &&
        (isFolder || !foldersOnly) &&
        fitsPath(segments, part.slice(folder.length)),
    );
    return decisive !== undefined && !decisive.isNegated;
  });
}
