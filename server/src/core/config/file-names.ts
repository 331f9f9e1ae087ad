/**
 * Names of files as the core sees them: an absolute path (POSIX or Windows), or a URI. Resolving an include needs no more
 * than this, so no host function is called for it.
 */

interface SplitName {
  /** What never changes: `scheme://authority`, a drive, or nothing. */
  readonly root: string;
  readonly path: string;
  readonly separator: "/" | "\\";
}

const uri = /^[a-z][a-z0-9+.-]+:\/\/[^/]*/i;
const drive = /^[a-z]:(?=[\\/])/i;

function split(name: string): SplitName {
  const root = (uri.exec(name) ?? drive.exec(name))?.[0] ?? "";
  const path = name.slice(root.length);
  return {
    root,
    path,
    separator: drive.test(name) && path.includes("\\") ? "\\" : "/",
  };
}

/** The path without `.`, `..` and doubled separators. */
function normalized(path: string, separator: "/" | "\\"): string {
  const kept: string[] = [];
  const segments = path.split(separator === "\\" ? /[\\/]+/ : /\/+/);
  for (const segment of segments) {
    if (segment === "..") kept.pop();
    else if (segment !== "." && segment !== "") kept.push(segment);
  }
  return separator + kept.join(separator);
}

/** Whether an include path stands for itself, whatever file names it. */
export const isAbsolutePath = (path: string): boolean =>
  path.startsWith("/") || drive.test(path) || path.startsWith("\\\\");

/** The file an `$include` of `path` in `from` means, as the program resolves it: beside the including file, no `~`, no URL. */
export function resolveInclude(from: string, path: string): string {
  const base = split(from);
  if (isAbsolutePath(path)) {
    const own = split(path);
    return (
      (own.root || (uri.test(from) ? base.root : "")) +
      normalized(own.path, own.separator)
    );
  }
  const folder = base.path.replace(/[^\\/]*$/, "");
  return base.root + normalized(folder + path, base.separator);
}

/** The last segment of a file name. */
export const baseName = (name: string): string =>
  name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);

/** Whether a name is one of Windows: it begins with a drive, or with the name of another machine. */
const isWindowsName = (name: string): boolean =>
  drive.test(name) || name.startsWith("\\\\");

/** A path below a folder. */
export function pathBelow(folder: string, segments: readonly string[]): string {
  const { root, path } = split(folder);
  const base = path.replace(/[\\/]+$/, "");
  const separator = isWindowsName(folder) && path.includes("\\") ? "\\" : "/";
  return root + [base, ...segments].join(separator);
}

/** The folder that a file or folder lies in, without a final separator; undefined for a root and for a bare name. */
export function parentFolder(name: string): string | undefined {
  const { root, path } = split(name);
  const separators = isWindowsName(name) ? /[\\/]+/g : /\/+/g;
  const last = [...path.replace(/[\\/]+$/, "").matchAll(separators)].at(-1);
  if (last === undefined) return undefined;
  return root + (path.slice(0, last.index) || path.slice(0, 1));
}

/** The folders a file lies in, the nearest first, up to the root. */
export function foldersAbove(file: string): readonly string[] {
  const folders: string[] = [];
  for (
    let folder = parentFolder(file);
    folder !== undefined;
    folder = parentFolder(folder)
  )
    folders.push(folder);
  return folders;
}

/**
 * The absolute path that a person's words mean, `~` being home (the program's utils.js, `resolveUserPath`). Undefined for a
 * path that counts from wherever the gateway was started, and for one on another machine, which nobody looks at.
 */
export function userPath(written: string, home: string): string | undefined {
  const text = written.trim();
  if (/^[\\/]{2}/.test(text)) return undefined;
  if (text === "~") return home;
  if (/^~[\\/]/.test(text))
    return resolveInclude(pathBelow(home, [""]), text.replace(/^~[\\/]+/, ""));
  const isOfThisSystem = isWindowsName(home) || text.startsWith("/");
  return isOfThisSystem && isAbsolutePath(text)
    ? resolveInclude(home, text)
    : undefined;
}

/** A path as people write it: below home it begins with `~`. */
export const shortPath = (path: string, home: string): string =>
  path === home || path.startsWith(pathBelow(home, [""]))
    ? `~${path.slice(home.length)}`
    : path;

/** Whether two names of folders are the same; Windows does not tell `C:` from `c:`. */
export function isSameFolder(a: string, b: string): boolean {
  const [one, other] = [split(a), split(b)];
  return (
    one.root.toLowerCase() === other.root.toLowerCase() &&
    normalized(one.path, one.separator) ===
      normalized(other.path, other.separator)
  );
}

/** How a file is called from a folder above it; undefined when it lies elsewhere. Always with slashes. */
export function nameWithin(folder: string, file: string): string | undefined {
  const start = pathBelow(folder, [""]);
  return file.startsWith(start)
    ? file.slice(start.length).replaceAll("\\", "/")
    : undefined;
}
