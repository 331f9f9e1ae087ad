import type { ConfigView } from "../config/config-view.ts";

/**
 * Answers a question about a view once: a view never changes, and many rules ask the same. The view keeps the answer, and a
 * rule's guarded view is its own, so that what the rule reads is still seen.
 */
export function oncePerView<T extends object>(
  answer: (config: ConfigView) => T,
): (config: ConfigView) => T {
  const ask = (config: ConfigView): T => config.once(ask, () => answer(config));
  return ask;
}

/**
 * Answers a question about a view and something in it once, such as a channel or a list that several accounts share.
 * `about` has to be the same object each time.
 */
export function oncePerViewAnd<Key extends object, T>(
  answer: (config: ConfigView, about: Key) => T,
): (config: ConfigView, about: Key) => T {
  const answers = oncePerView(() => new Map<Key, { readonly found: T }>());
  return (config, about) => {
    const known = answers(config);
    let before = known.get(about);
    if (before === undefined)
      known.set(about, (before = { found: answer(config, about) }));
    return before.found;
  };
}
