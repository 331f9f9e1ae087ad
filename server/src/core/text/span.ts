/** A stretch of text: UTF-16 code units from `offset`, `length` of them. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The span from `start` (inclusive) to `end` (exclusive). */
export const spanBetween = (start: number, end: number): Span => ({
  offset: start,
  length: end - start,
});

/** The offset just past the span. */
export const endOf = (span: Span): number => span.offset + span.length;

/** Whether `offset` lies in the span; its end counts, as a cursor behind a word still belongs to it. */
export const spanTouches = (span: Span, offset: number): boolean =>
  offset >= span.offset && offset <= endOf(span);

/** Whether the two spans share a character, or touch where one of them is empty. */
export const spansOverlap = (a: Span, b: Span): boolean =>
  a.length === 0 || b.length === 0
    ? a.offset <= endOf(b) && b.offset <= endOf(a)
    : a.offset < endOf(b) && b.offset < endOf(a);
