import { baseName, resolveInclude } from "../../config/file-names.ts";
import type { Json5Document } from "../../json5/nodes.ts";
import type { Span } from "../../text/span.ts";
import { endOf } from "../../text/span.ts";
import type { Analysis } from "../analysis.ts";
import { cursorPlace, type CursorPlace } from "./cursor-place.ts";
import { quoteOf, type Completion } from "./offer.ts";
import { fixedText, scalarText } from "./write-insertion.ts";

/** A file or folder, as the host lists them. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The path of an `$include` at the cursor: the folder it leads into, whose entries are wanted, and the part that is typed. */
export interface IncludePath {
  /** Named as the core names files, with a slash at the end. */
  readonly folder: string;
  /** What an entry's name takes the place of. */
  readonly span: Span;
  /** What stands before it: the folders of the path, `./` where the person has written none. */
  readonly before: string;
  readonly quote: "'" | '"' | undefined;
}

const isInInclude = ({ path }: CursorPlace): boolean =>
  path.at(-1) === "$include" ||
  (path.at(-2) === "$include" && typeof path.at(-1) === "number");

/** The include path at an offset of a file; undefined anywhere else. */
export function includePathAt(
  analysis: Analysis,
  offset: number,
  file: string,
): IncludePath | undefined {
  const document = analysis.resolved.documentOf(file);
  if (document === undefined || analysis.resolved.tooDeep) return undefined;
  const place = cursorPlace(document, offset);
  if (place?.kind !== "value" || !isInInclude(place)) return undefined;
  const token = document.text.slice(place.span.offset, endOf(place.span));
  if (/[\r\n]/.test(token)) return undefined;
  const quote = quoteOf(token);
  if (quote === undefined && token !== "") return undefined;
  return pathIn(document, place, offset, file, quote);
}

function pathIn(
  { text }: Json5Document,
  { span }: CursorPlace,
  offset: number,
  file: string,
  quote: "'" | '"' | undefined,
): IncludePath {
  if (quote === undefined)
    return { folder: resolveInclude(file, "./"), span, before: "./", quote };
  const start = span.offset + 1;
  const typed = text.slice(start, Math.max(start, offset));
  const slash = typed.lastIndexOf("/") + 1;
  const isClosed = span.length > 1 && text[endOf(span) - 1] === quote;
  const end = isClosed ? endOf(span) - 1 : endOf(span);
  const from = start + slash;
  return {
    folder: resolveInclude(file, typed.slice(0, slash) || "./"),
    span: { offset: from, length: Math.max(0, end - from) },
    before: slash === 0 ? "./" : "",
    quote,
  };
}

/** The entries of the folder that could be included there. */
export function includeOffers(
  analysis: Analysis,
  path: IncludePath,
  entries: readonly FolderEntry[],
  file: string,
): readonly Completion[] {
  const { resolved } = analysis;
  const typed = (resolved.documentOf(file)?.text ?? "").slice(
    path.span.offset,
    endOf(path.span),
  );
  // A file that includes itself is refused, so neither this one nor the root is offered.
  const folder = path.folder.replace(/[\\/]$/, "");
  const own = new Set(
    [file, resolved.file]
      .filter((name) => name.slice(0, -baseName(name).length - 1) === folder)
      .map(baseName),
  );
  const style = analysis.styleOf(file);
  return entries
    .filter(
      ({ name, isFolder }) =>
        !own.has(name) &&
        (isFolder || /\.json5?$/i.test(name)) &&
        // Hidden files are for those who ask for them.
        (!name.startsWith(".") || typed.startsWith(".")),
    )
    .map(({ name, isFolder }, index): Completion => {
      const written = path.before + name + (isFolder ? "/" : "");
      return {
        label: isFolder ? `${name}/` : name,
        kind: isFolder ? "folder" : "file",
        insertion: fixedText(
          path.quote === undefined ? scalarText(written, style) : written,
        ),
        span: path.span,
        filter: written,
        rank: isFolder ? 1000 + index : index,
        preselect: false,
        further: [],
        about: undefined,
        setting: undefined,
        code: undefined,
        isExample: false,
        continues: isFolder && path.quote !== undefined,
      };
    })
    .sort((a, b) => a.rank - b.rank);
}
