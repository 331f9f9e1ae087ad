/** What the parser looks for next. */
export const enum Expect {
  /** The value of the text, or of the property in hand. */
  Value,
  /** A value in an array, or its end. */
  Element,
  /** A key in an object, or its end. */
  Key,
  /** A comma, or the end of the container. */
  Comma,
  /** Nothing: the text's value has ended. */
  Nothing,
}
