import type { ConfigView } from "../config/config-view.ts";

/**
 * Answers a question about a view once: a view never changes, and many rules ask the same. The answer lives as long as the
 * view does. A rule's guarded view is its own, so that what it reads is still seen.
 */
export function oncePerView<T extends object>(
  answer: (config: ConfigView) => T,
): (config: ConfigView) => T {
  const known = new WeakMap<ConfigView, T>();
  return (config) => {
    const before = known.get(config);
    if (before !== undefined) return before;
    const found = answer(config);
    known.set(config, found);
    return found;
  };
}
