import assert from "node:assert/strict";
import fc from "fast-check";
import { commonWords } from "../../../server/src/core/rules/secrets/common-words.ts";
import { weaknessOf } from "../../../server/src/core/rules/secrets/low-entropy.ts";

describe("weaknessOf", () => {
  for (const [secret, expected] of [
    ["your-long-random-token-here", "published"],
    ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "published"],
    ["   ", "blank"],
    ["abcabcabcabcabcabcabcabc", "repetition"],
    ["deadbeefdeadbeefdeadbeefdead", "repetition"],
    ["0123456789abcdef0123456789abcdef", "repetition"],
    [" 12345678901234567890123456 ", "repetition"],
    ["abcdefghijklmnopqrstuvwxyz", "sequence"],
    ["qwertyuiopasdfghjklzxcvbnm", "sequence"],
    ["0011223344556677889900aabbcc", "sequence"],
    ["password123", "common-words"],
    ["P4ssw0rd!", "common-words"],
    ["P@55w0rd", "common-words"],
    ["clawdbot-gateway-token-2026", "common-words"],
    ["MySuperSecretToken2024!", "common-words"],
    ["thisisaverylongsecrettoken", "common-words"],
    ["secret12345678901234567890", "sequence"],
    ["gateway-secret-1234567890", "common-words"],
    ["zQ7zz7Q7zQQ7Q7z7QzzQ77QzQ7zQzz7Q", "few-characters"],
    ["40404004440400044040", "few-characters"],
  ] as const)
    it(`${JSON.stringify(secret)}: ${expected}`, () =>
      assert.equal(weaknessOf(secret), expected));

  for (const secret of [
    "",
    "k3w9-vz7q",
    "correct horse battery staple",
    "f3b1c9a07d5e4286f3b1c9a07d5e4281",
    "83920174650192837465019283746501",
    "token-9vQ2xLr8sWz4",
    "pässwörter 𝒳",
    "7Hq!",
    // Hardly a letter of a word is left.
    "735t",
    "501074570110",
  ])
    it(`has nothing against ${JSON.stringify(secret)}`, () =>
      assert.equal(weaknessOf(secret), undefined));

  it("knows every word of the list alone, and with a year", () => {
    for (const word of commonWords) {
      assert.match(word, /^[a-z]{2,}$/);
      assert.notEqual(weaknessOf(word), undefined, word);
      assert.notEqual(weaknessOf(`${word}-2026`), undefined, word);
    }
  });

  // Evenly spread, as fast-check's own texts are not.
  const spread = (seed: number, alphabet: string, length: number): string => {
    let state = seed >>> 0;
    let text = "";
    for (let index = 0; index < length; index++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      text += alphabet.charAt((state >>> 16) % alphabet.length);
    }
    return text;
  };
  for (const [name, alphabet, length] of [
    ["hex", "0123456789abcdef", 64],
    ["hex", "0123456789abcdef", 32],
    [
      "base64",
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
      32,
    ],
    ["letters", "abcdefghijklmnopqrstuvwxyz", 16],
    ["digits", "0123456789", 32],
  ] as const)
    it(`leaves ${length} ${name} characters of chance alone`, () => {
      for (let seed = 1; seed <= 5000; seed++) {
        const secret = spread(seed * 2654435761, alphabet, length);
        assert.equal(weaknessOf(secret), undefined, secret);
      }
    });

  it("never throws, and says nothing about texts that differ in blanks around them", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        if (text.trim() === "") return;
        assert.equal(weaknessOf(` ${text}\t`), weaknessOf(text));
      }),
    );
  });
});
