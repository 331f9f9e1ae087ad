import assert from "node:assert/strict";
import {
  openDoors,
  strangerPatterns,
  strangersInCommand,
} from "../../../server/src/core/access/open-doors.ts";
import { dotted, guarded, viewOf } from "./view-of.ts";

const viewed = (config: object) => guarded(viewOf(config), strangerPatterns);
const doorsOf = (channels: object): readonly string[] =>
  openDoors(viewed({ channels })).map(
    ({ because, lookup }) => `${because} at ${dotted(lookup.path)}`,
  );
const strangersOf = (config: object): readonly string[] =>
  strangersInCommand(viewed(config)).map(({ lookup }) => dotted(lookup.path));

describe("openDoors", () => {
  const table: readonly (readonly [object, readonly string[]])[] = [
    [{ telegram: {} }, []],
    [
      { telegram: { dmPolicy: "open", allowFrom: ["*"] } },
      ["policy at channels.telegram.dmPolicy"],
    ],
    [
      { telegram: { allowFrom: [1, "*"] } },
      ["wildcard at channels.telegram.allowFrom.1"],
    ],
    [{ bluebubbles: {} }, ["empty-list at channels.bluebubbles.allowFrom"]],
    // Some channels do not see through the blanks.
    [{ telegram: { allowFrom: [" * "] } }, []],
    [{ telegram: { allowFrom: ["${OWNER}"] } }, []],
    [
      { discord: { dm: { enabled: false, policy: "open", allowFrom: ["*"] } } },
      [],
    ],
    [{ matrix: { allowlistOnly: true, dm: { policy: "open" } } }, []],
    [
      { matrix: { allowlistOnly: true, dm: { allowFrom: ["*"] } } },
      ["wildcard at channels.matrix.dm.allowFrom.0"],
    ],
    [{ nostr: { dmPolicy: "open", allowFrom: ["*"] } }, []],
    [
      {
        slack: { dm: { allowFrom: ["*"] }, accounts: { a: {}, b: { dm: {} } } },
      },
      ["wildcard at channels.slack.dm.allowFrom.0"],
    ],
    [
      {
        whatsapp: {
          dmPolicy: "open",
          allowFrom: ["*"],
          accounts: { a: { dmPolicy: "disabled" } },
        },
      },
      ["policy at channels.whatsapp.dmPolicy"],
    ],
    [{ zalo: { dmPolicy: "open", accounts: { a: { enabled: false } } } }, []],
  ];
  for (const [channels, expected] of table)
    it(JSON.stringify(channels), () =>
      assert.deepEqual(doorsOf(channels), expected),
    );
});

describe("strangersInCommand", () => {
  const table: readonly (readonly [object, readonly string[]])[] = [
    [{}, []],
    [
      { channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } },
      // Groups borrow the same list.
      ["channels.telegram.dmPolicy", "channels.telegram.allowFrom.0"],
    ],
    // Nobody is listed, so nobody may command.
    [{ channels: { matrix: { dm: { policy: "open" } } } }, []],
    [{ channels: { bluebubbles: {} } }, []],
    [{ channels: { telegram: { groupPolicy: "open" } } }, []],
    [
      { channels: { slack: { channels: { C1: { users: ["*"] } } } } },
      ["channels.slack.channels.C1.users.0"],
    ],
    [
      {
        channels: {
          line: {
            channelAccessToken: "t",
            allowFrom: ["*"],
            groupAllowFrom: ["*"],
          },
        },
      },
      [],
    ],
    [{ commands: { useAccessGroups: false } }, ["commands.useAccessGroups"]],
  ];
  for (const [config, expected] of table)
    it(JSON.stringify(config), () =>
      assert.deepEqual(strangersOf(config), expected),
    );
});
