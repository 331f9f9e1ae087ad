/** How many single-letter slips (one more, one less, another, two swapped) lie between two words; `Infinity` above `most`. */
export function slips(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return Infinity;
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + same,
      );
      if (
        i > 1 &&
        j > 1 &&
        from[i - 1] === to[j - 2] &&
        from[i - 2] === to[j - 1]
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  const result = previous[to.length] ?? Infinity;
  return result <= most ? result : Infinity;
}

/** Words that differ only in this are the same word. */
const plain = (word: string): string =>
  word.replace(/[-_ .]/g, "").toLowerCase();

export interface Nearest {
  readonly word: string;
  /** 0 when only case and separators differ. */
  readonly distance: number;
}

/** The longest words compared: beyond, a name is no slip of another, and the comparison is quadratic. */
const longest = 60;

/** The one word that was probably meant; undefined when none is near, or several are as near. */
export function nearest(
  written: string,
  words: Iterable<string>,
): Nearest | undefined {
  if (written.length > longest) return undefined;
  const from = plain(written);
  const most = from.length <= 3 ? 1 : from.length <= 7 ? 2 : 3;
  let best: Nearest | undefined;
  let isTie = false;
  for (const word of words) {
    const distance = slips(from, plain(word), most);
    // Short words are near to everything: at least half of the letters have to agree.
    if (distance === Infinity || distance * 2 >= Math.max(from.length, 2))
      continue;
    if (best === undefined || distance < best.distance) {
      best = { word, distance };
      isTie = false;
    } else if (distance === best.distance) isTie = true;
  }
  return isTie ? undefined : best;
}

/** How names end that say what a number counts. */
const unit =
  /^(?:ms|millis(?:econds)?|s(?:ec(?:ond)?s?)?|min(?:ute)?s?|h(?:ours?)?|days?|[km]b|bytes|chars|tokens|px)$/;

/** The one word that differs from the written one by a unit at its end: `timeoutSec` for `timeout`; undefined for several. */
export function besidesUnit(
  written: string,
  words: Iterable<string>,
): string | undefined {
  const from = plain(written);
  const found = [...words].filter((word) => {
    const to = plain(word);
    const [short, long] = from.length < to.length ? [from, to] : [to, from];
    return long.startsWith(short) && unit.test(long.slice(short.length));
  });
  return found.length === 1 ? found[0] : undefined;
}
