/**
 * Values that stand in documentation, articles and templates, and are therefore no secrets.
 * The first is the one of the article whose baseline people paste; the release's audit passes it.
 */
const published = new Set([
  "your-long-random-token-here",
  "your-long-random-token",
  "your-random-token-here",
  "your-secure-token-here",
  "your-token-here",
  "your-token",
  "your-secret-token",
  "your-secret",
  "your-password-here",
  "your-password",
  "your-gateway-token",
  "your-shared-secret",
  "shared-secret",
  "secret",
  "secret-token",
  "my-secret-token",
  "my-token",
  "mysecret",
  "replace-me",
  "replaceme",
  "change-me",
  "changeme",
  "change-this",
  "change_me",
  "token",
  "password",
  "passw0rd",
  "test",
  "test-token",
  "example",
  "example-token",
  "placeholder",
  "todo",
  "none",
  "null",
  "undefined",
  "admin",
  "clawdbot",
  "hunter2",
]);

/** Words that only a template would put into a secret, as whole words. */
const templateWords =
  /(?:^|[^a-z0-9])(?:your|replace|change|insert|paste|placeholder|example)(?:[^a-z0-9]|$)/;

/** `<token>`, `{{token}}`, `[token]`: a hole that was never filled. */
const hole = /^(?:<[^<>]*>|\{\{[^{}]*\}\}|\[[^[\]]*\]|\$\{[^{}]*\}|%[^%]*%)$/;

/** Whether a secret is one that everybody knows: a published example, a hole of a template, or one character repeated. */
export function isPublishedExample(secret: string): boolean {
  const text = secret.trim().toLowerCase();
  if (text === "") return false;
  return (
    published.has(text) ||
    templateWords.test(text) ||
    hole.test(text) ||
    /^(.)\1*$/su.test(text)
  );
}
