import assert from "node:assert/strict";
import { analyse } from "../../support/analyse.ts";

const refusedAt = (text: string): readonly string[] =>
  analyse(text)
    .diagnosis.problems.filter(({ effect }) => effect === "refused")
    .map(({ path }) => path.join("."));

describe("one variable in two places", () => {
  for (const [text, expected] of [
    [`{ gateway: { bind: "\${X}", mode: "\${X}" } }`, ["gateway.mode"]],
    [`{ gateway: { bind: "\${X}", mode: "\${Y}" } }`, []],
    // "off" is a word of both.
    [
      `{ gateway: { tailscale: { mode: "\${X}" } }, logging: { redactSensitive: "\${X}" } }`,
      [],
    ],
    // "off" is no word of the third, whose words the first shares.
    [
      `{ logging: { redactSensitive: "\${X}" }, gateway: { tailscale: { mode: "\${X}" } }, channels: { telegram: { dmPolicy: "\${X}" } } }`,
      ["channels.telegram.dmPolicy"],
    ],
    // Any text will do in the second place.
    [`{ gateway: { mode: "\${X}", auth: { token: "\${X}" } } }`, []],
    // A switch or "auto": from a variable it can only be the word.
    [`{ commands: { native: "\${X}", nativeSkills: "\${X}" } }`, []],
    [
      `{ commands: { native: "\${X}" }, gateway: { mode: "\${X}" } }`,
      ["gateway.mode"],
    ],
  ] as const)
    it(text, () => assert.deepEqual(refusedAt(text), expected));
});
