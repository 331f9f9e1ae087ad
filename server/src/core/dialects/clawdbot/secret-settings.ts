/**
 * Where the release's config holds secrets in clear text. By key, as most keys say it themselves; the settings of plugins and of
 * channels that have no schema are covered by the same words.
 */

/** How the last word of a key ends that is a secret: `botToken`, `appPassword`, `apiKey`. `tokenFile` is a path, `maxTokens` a number. */
export const secretEndings = [
  "token",
  "secret",
  "password",
  "passwd",
  "apikey",
  "api_key",
  "privatekey",
  "credential",
  "credentials",
  "cookie",
];

/** Settings whose key does not say so: dotted, `*` any key. */
export const secretSettings = [
  "channels.tlon.code",
  "channels.tlon.accounts.*.code",
  "channels.googlechat.serviceAccount",
  "channels.googlechat.accounts.*.serviceAccount",
];

/** Maps of names that people choose; a value is a secret when its name has one of the words below in it. */
export const namedValues = ["env", "vars", "headers"];

export const secretWords = [
  "token",
  "secret",
  "passw",
  "key",
  "auth",
  "credential",
  "cookie",
  "private",
];
