// What the suites use of node:assert/strict, for a worker, where there is no such module.

function fail(message: string | undefined, otherwise: string): never {
  throw new Error(
    message === undefined ? otherwise : `${message}: ${otherwise}`,
  );
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

const assert = {
  ok(value: unknown, message?: string): void {
    if (!value) fail(message, `${show(value)} is not true`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected))
      fail(message, `${show(actual)} is not ${show(expected)}`);
  },
  notEqual(actual: unknown, expected: unknown, message?: string): void {
    if (Object.is(actual, expected)) fail(message, `is ${show(actual)}`);
  },
  /** For what JSON can say. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (show(actual) !== show(expected))
      fail(message, `${show(actual)} is not ${show(expected)}`);
  },
  match(text: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(text))
      fail(message, `${show(text)} does not match ${pattern}`);
  },
  doesNotMatch(text: string, pattern: RegExp, message?: string): void {
    if (pattern.test(text)) fail(message, `${show(text)} matches ${pattern}`);
  },
  async rejects(run: () => Promise<unknown>, message?: string): Promise<void> {
    try {
      await run();
    } catch {
      return;
    }
    fail(message, "was not rejected");
  },
};

export default assert;
