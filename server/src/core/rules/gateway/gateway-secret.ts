import type { Fix, SettingChange } from "../../config/fix.ts";
import type { Situation } from "../../config/situation.ts";

/** The variable the program itself falls back to when the file has no token. */
export const tokenVariable = "CLAWDBOT_GATEWAY_TOKEN";
/** The same for the password. */
export const passwordVariable = "CLAWDBOT_GATEWAY_PASSWORD";

/** "unless A or B is set where the gateway runs", or nothing when no variable can change the verdict. */
export const unlessSet = (names: readonly string[]): string =>
  names.length === 0
    ? ""
    : `, unless ${names.join(" or ")} is set where the gateway runs`;

const asks =
  "Clients that connect without this secret will be locked out until they have it.";

/** Puts a login in front of a gateway that has none. */
export function requireLogin(situation: Situation): readonly [Fix, Fix] {
  return [
    {
      title: `Require a token from ${tokenVariable}`,
      safety: "review",
      preferred: true,
      asks,
      introduces: [tokenVariable],
      changes: [
        {
          op: "merge",
          path: ["gateway", "auth"],
          value: { mode: "token", token: `\${${tokenVariable}}` },
        },
      ],
    },
    {
      title: "Generate a token here",
      safety: "review",
      asks,
      changes: [
        {
          op: "merge",
          path: ["gateway", "auth"],
          value: { mode: "token", token: situation.newSecret },
        },
      ],
    },
  ];
}

const askForPassword = (password: string): SettingChange => ({
  op: "merge",
  path: ["gateway", "auth"],
  value: { mode: "password", password },
});

/** Lets the gateway ask for a password, and gives it one. */
export function requirePassword(situation: Situation): readonly [Fix, Fix] {
  return [
    {
      title: `Require a password from ${passwordVariable}`,
      safety: "review",
      preferred: true,
      asks,
      introduces: [passwordVariable],
      changes: [askForPassword(`\${${passwordVariable}}`)],
    },
    {
      title: "Generate a password here",
      safety: "review",
      asks,
      changes: [askForPassword(situation.newSecret)],
    },
  ];
}
