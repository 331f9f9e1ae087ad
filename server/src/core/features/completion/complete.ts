import type { Edit } from "../../json5/nodes.ts";
import { pathOf } from "../../json5/navigate.ts";
import { endOf } from "../../text/span.ts";
import { offerCodesAt, type CodeOffers } from "../acceptance/comment-help.ts";
import type { Analysis } from "../analysis.ts";
import { docsOf } from "../problem-kinds.ts";
import { cursorPlace, type CursorPlace } from "./cursor-place.ts";
import { keyOffers } from "./key-offers.ts";
import { layoutAt, quoteOf, type Asked, type Completion } from "./offer.ts";
import { valueOffers } from "./value-offers.ts";
import { variableBefore, variableOffers } from "./variable-offers.ts";
import { fixedText, joined } from "./write-insertion.ts";

export type { Completion };

/** What could be written at an offset of a file of the config, best first; none where nothing can be. */
export function completionsAt(
  analysis: Analysis,
  offset: number,
  file = analysis.resolved.file,
): readonly Completion[] {
  const document = analysis.resolved.documentOf(file);
  if (document === undefined || analysis.resolved.tooDeep) return [];
  const codes = offerCodesAt(analysis, offset, file);
  if (codes !== undefined) return codeCompletions(codes);
  const own = cursorPlace(document, offset);
  const place = own && inMergedConfig(analysis, own);
  // What an include names is a file, which only the host can list.
  if (place === undefined || place.path.includes("$include")) return [];
  const token = document.text.slice(place.span.offset, endOf(place.span));
  const variable = variableBefore(document.text, place.span, offset);
  if (variable !== undefined)
    return place.kind === "value"
      ? variableOffers(analysis, place.path, variable)
      : [];
  // An editor replaces within one line only.
  if (/[\r\n]/.test(token)) return [];
  const quote = quoteOf(token);
  const asked: Asked = {
    analysis,
    document,
    place,
    token,
    quote,
    layout: layoutAt(analysis, file, document, place),
  };
  const offers = place.kind === "key" ? keyOffers(asked) : valueOffers(asked);
  const further: readonly Edit[] =
    place.commaBefore === undefined
      ? []
      : [{ offset: place.commaBefore, length: 0, content: "," }];
  const { span, commaAfter } = place;
  return offers.map(
    ({ label, kind, rank, insertion, about, setting, ...rest }) => ({
      label,
      kind,
      rank,
      insertion: commaAfter ? joined(insertion, comma) : insertion,
      span,
      filter: quote === undefined ? label : quote + label,
      preselect: rest.preselect ?? false,
      further,
      about,
      setting,
      code: undefined,
      isExample: rest.isExample ?? false,
      continues: false,
    }),
  );
}

const comma = fixedText(",");

/** Codes for a comment that accepts problems. */
const codeCompletions = ({ codes, span }: CodeOffers): readonly Completion[] =>
  codes.map(({ code, isHere }, rank) => ({
    label: code,
    kind: "code",
    insertion: fixedText(code),
    span,
    filter: code,
    rank,
    preselect: isHere && rank === 0,
    further: [],
    about: (docsOf(code)?.summary ?? "").replaceAll("`", ""),
    setting: undefined,
    code,
    isExample: false,
    continues: false,
  }));

/** The same place with its path in the merged config, where a file may be only a part. */
function inMergedConfig(analysis: Analysis, place: CursorPlace): CursorPlace {
  if (place.container === undefined || analysis.resolved.included.length === 0)
    return place;
  const merged = analysis.paths.pathOf(place.container);
  if (merged === undefined) return place;
  const below = place.path.slice(pathOf(place.container).length);
  return { ...place, path: [...merged, ...below] };
}
