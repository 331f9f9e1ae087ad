/**
 * Counts the work of code instead of timing it: every character and element that the built-in methods of strings,
 * arrays and maps look at. The code that is counted stays as it is; the methods themselves count, in this process or
 * worker, from the first count on, which makes everything in it slower. Loops over nodes are counted by `countedTree`.
 */
import type { Node } from "../server/src/core/json5/nodes.ts";

let spent = 0;
let limit = Infinity;

/** Thrown by whatever is counted when it has spent more than it may: so ends what would hang. */
export class TooMuchWork extends Error {}

function spend(work: number): void {
  spent += work;
  if (spent <= limit) return;
  limit = Infinity;
  throw new TooMuchWork(`more work than ${spent}`);
}

/** What running costs. Throws TooMuchWork above `most`. */
export function workOf(run: () => void, most = Infinity): number {
  watch();
  spent = 0;
  limit = most;
  try {
    run();
    return spent;
  } finally {
    limit = Infinity;
  }
}

/** What a call looks at, by what it was called on, what with, and what came of it. */
type Price = (
  self: Sized,
  given: readonly unknown[],
  result: unknown,
) => number;
interface Sized {
  readonly length: number;
}
type Method = (this: unknown, ...given: unknown[]) => unknown;

const one: Price = () => 1;
const all: Price = (self) => self.length + 1;
/** As much as comes out. */
const made: Price = (_, __, result) => (result as Sized).length + 1;
/** From where a search began to where it ended. */
const searched: Price = (self, [, from], result) =>
  (result === -1 ? self.length : Number(result)) - (Number(from) || 0) + 1;
const searchedBack: Price = (self, [, from], result) =>
  Math.min(self.length, from === undefined ? Infinity : Number(from)) -
  Number(result) +
  1;

/** Functions that callbacks are given to are paid for by the callbacks' work and by the length. */
const priced: readonly (readonly [
  prototype: object,
  prices: Readonly<Record<string, Price>>,
])[] = [
  [
    String.prototype,
    {
      charCodeAt: one,
      codePointAt: one,
      charAt: one,
      at: one,
      slice: made,
      substring: made,
      repeat: made,
      trim: all,
      trimEnd: all,
      split: all,
      match: all,
      matchAll: all,
      replace: all,
      replaceAll: all,
      indexOf: searched,
      includes: all,
      lastIndexOf: searchedBack,
      startsWith: (_, [sought]) => (sought as Sized).length,
      endsWith: (_, [sought]) => (sought as Sized).length,
    },
  ],
  [
    Array.prototype,
    {
      push: (_, given) => given.length,
      pop: one,
      at: one,
      shift: all,
      unshift: all,
      splice: all,
      slice: made,
      concat: made,
      indexOf: searched,
      includes: all,
      join: all,
      reverse: all,
      sort: all,
      map: all,
      filter: all,
      some: all,
      every: all,
      find: all,
      findIndex: all,
      flatMap: all,
    },
  ],
  [Map.prototype, { get: one, set: one, has: one }],
  [Set.prototype, { add: one, has: one }],
];

/** For the methods that are called for every character, in a form that the engine makes fast. */
const countedOne = (method: Method) =>
  function (this: unknown, first: unknown, second: unknown): unknown {
    spend(1);
    return method.call(this, first, second);
  };

const countedCall = (method: Method, price: Price) =>
  function (this: Sized, ...given: unknown[]): unknown {
    const result = method.apply(this, given);
    spend(price(this, given, result));
    return result;
  };

let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  for (const [prototype, prices] of priced) {
    for (const [name, price] of Object.entries(prices)) {
      const method = Reflect.get(prototype, name) as Method;
      Object.defineProperty(prototype, name, {
        configurable: true,
        writable: true,
        value: price === one ? countedOne(method) : countedCall(method, price),
      });
    }
  }
}

/** The same tree, in which every look at a node or at a list of children counts. */
export function countedTree(root: Node): Node {
  const known = new WeakMap<object, object>();
  const counted = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    let proxy = known.get(value);
    if (proxy === undefined) {
      proxy = new Proxy(value, {
        get(target, key) {
          spend(1);
          return counted(Reflect.get(target, key));
        },
      });
      known.set(value, proxy);
    }
    return proxy;
  };
  return counted(root) as Node;
}
