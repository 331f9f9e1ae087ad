import assert from "node:assert/strict";

import { closeAll, hoverAt, openFile, rangeOf, until } from "./support.ts";

describe("a hover", () => {
  afterEach(closeAll);

  for (const [key, said] of [
    ["redactSensitive", /redact|mask/i],
    ["bind", /interface|network|address|loopback/i],
    ["dmPolicy", /direct message|DM/i],
  ] as const) {
    it(`explains ${key}`, async () => {
      const document = await openFile("examples/exposed.clawdbot.json");
      const { start } = rangeOf(key, document);
      const text = await until(`a hover on ${key}`, async () => {
        const hover = await hoverAt(document.uri, start.translate(0, 1));
        return hover.length > 40 ? hover : undefined;
      });
      assert.match(text, said);
    });
  }
});
