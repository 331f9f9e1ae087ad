/** The policies from the widest to the narrowest; groups have no pairing. */
const order = ["open", "pairing", "allowlist", "disabled"];

/** Whether one policy lets fewer people in than another. */
export const isStricter = (policy: string, than: string): boolean =>
  order.indexOf(policy) > order.indexOf(than);
