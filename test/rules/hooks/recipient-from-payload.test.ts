import { hooksRecipientFromPayload } from "../../../server/src/core/rules/hooks/recipient-from-payload.ts";
import { check } from "../../support/check-rule.ts";

const code = "hooks.recipient_from_payload";

describe(code, () => {
  it("points at recipients that the caller names", () =>
    check(
      hooksRecipientFromPayload,
      `{ hooks: { enabled: true, token: "\${T}", mappings: [
  { messageTemplate: "x", channel: "telegram", to: "{{chat.id}}" },
  //                                               ^^^^^^^^^^^^^ ${code}
  { messageTemplate: "x", channel: "signal", to: "+{{number}}" },
  //                                             ^^^^^^^^^^^^^ ${code}
  { messageTemplate: "x", to: "{{chat.id}}", deliver: false },
  { messageTemplate: "x", to: "123456789" },
  { messageTemplate: "x", to: "\${OWNER}" },
] } }`,
    ));
});
