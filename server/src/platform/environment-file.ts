/**
 * The names an `.env` file sets, and whether each has a value. Values are looked at only for being empty, and not kept.
 * The last line of a name counts, as in the dotenv package that the program uses.
 */
export function environmentFileNames(
  text: string,
): ReadonlyMap<string, boolean> {
  const names = new Map<string, boolean>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const match =
      /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*(?:=|:\s)\s*(.*)$/.exec(
        line,
      );
    if (match === null) continue;
    const [, name = "", raw = ""] = match;
    const value = raw.trim();
    const isEmpty =
      value === "" ||
      value === '""' ||
      value === "''" ||
      value === "``" ||
      value.startsWith("#");
    names.set(name, !isEmpty);
  }
  return names;
}
