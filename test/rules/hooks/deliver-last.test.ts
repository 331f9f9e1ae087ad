import { hooksDeliverLast } from "../../../server/src/core/rules/hooks/deliver-last.ts";
import { check } from "../../support/check-rule.ts";

const code = "hooks.deliver_last";
const open = `channels: { telegram: { botToken: "\${BOT}", dmPolicy: "open", allowFrom: ["*"] } }`;

describe(code, () => {
  it("points at webhooks whose answer a stranger may get", () =>
    check(
      hooksDeliverLast,
      `{
  ${open},
  hooks: { enabled: true, token: "\${T}",
    presets: ["gmail"],
    //        ^^^^^^^ ${code}
    mappings: [
      { id: "a", messageTemplate: "x" },
    //^ ${code}
      { id: "b", messageTemplate: "x", channel: "last", deliver: true },
    //^ ${code}
      { id: "c", messageTemplate: "x", deliver: false },
      { id: "d", messageTemplate: "x", channel: "telegram", to: "123" },
      { id: "e", messageTemplate: "x", to: "123" },
      { id: "f", action: "wake", textTemplate: "x" },
      { id: "g", messageTemplate: "x", channel: "\${CHANNEL}" },
    ],
  },
}`,
    ));
  for (const channels of [
    ``,
    `channels: { telegram: { botToken: "\${BOT}", dmPolicy: "pairing" } },`,
    `channels: { telegram: { botToken: "\${BOT}", groupPolicy: "open" } },`,
  ]) {
    it(`is silent where no stranger writes directly: ${channels || "no channels"}`, () =>
      check(
        hooksDeliverLast,
        `{ ${channels} hooks: { enabled: true, token: "\${T}", presets: ["gmail"] } }`,
      ));
  }
  it("is silent while webhooks are off", () =>
    check(hooksDeliverLast, `{ ${open}, hooks: { presets: ["gmail"] } }`));
});
