import { sessionIdentityLinksJoinPeople as rule } from "../../../server/src/core/rules/session/identity-links-join-people.ts";
import { check } from "../../support/check-rule.ts";

const links = (ids: string, scope = `"per-peer"`): string =>
  `{ session: { dmScope: ${scope}, identityLinks: { anna: ${ids} } } }`;

describe("session.identity_links_join_people", () => {
  it("points at the second id of a channel", () =>
    check(
      rule,
      `{ session: { dmScope: "per-channel-peer", identityLinks: {
  family: ["telegram:1", "discord:7", "Telegram:2", "telegram:3"],
  //                                                ^^^^^^^^^^^^ session.identity_links_join_people
  //                                  ^^^^^^^^^^^^ session.identity_links_join_people
  ben: ["telegram:4"],
} } }`,
    ));
  for (const text of [
    links(`["telegram:1", "discord:1"]`),
    links(`["telegram:1", " TELEGRAM:1 "]`),
    links(`["telegram:1", "telegram:2"]`, `"main"`),
    links(`["telegram:1", "telegram:2"]`, `"\${S}"`),
    `{ session: { identityLinks: { anna: ["telegram:1", "telegram:2"] } } }`,
    links(`["1", "2"]`),
    links(`["matrix-ish:1", "matrix-ish:2"]`),
    links(`["telegram:1", "\${OTHER}"]`),
    links(`[]`),
  ])
    it(`is silent on ${text}`, () => check(rule, text));
});
