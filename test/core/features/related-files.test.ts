import assert from "node:assert/strict";
import { basename } from "node:path";
import { analyse } from "../../support/analyse.ts";

/** A finding of two ends: the config includes one file, and each end stands in a file of its own. */
const compounds: readonly {
  readonly code: string;
  readonly config: string;
  readonly part: string;
  /** Where the problem is shown, and where another end stands. */
  readonly shown: string;
  readonly other: string;
}[] = [
  {
    code: "security.exposure.open_groups_with_elevated",
    config: `{ $include: "part.json5", gateway: { mode: "local" }, tools: { elevated: { enabled: true, allowFrom: { signal: ["+4915112345678"] } } } }`,
    part: `{ channels: { signal: { account: "+4915187654321", groupPolicy: "open" } } }`,
    shown: "part.json5",
    other: "clawdbot.json",
  },
  {
    code: "secrets.reused",
    config: `{ $include: "part.json5", gateway: { mode: "local", auth: { mode: "password", password: "\${SHARED}" } } }`,
    part: `{ hooks: { enabled: true, token: "\${SHARED}" } }`,
    shown: "part.json5",
    other: "clawdbot.json",
  },
  {
    code: "sandbox.off",
    config: `{ $include: "part.json5", gateway: { mode: "local" }, agents: { list: [{ id: "main" }, { id: "work", sandbox: { mode: "off" } }] } }`,
    part: `{ agents: { defaults: { sandbox: { mode: "all" } } } }`,
    shown: "clawdbot.json",
    other: "part.json5",
  },
  {
    code: "session.main_not_sandboxed",
    config: `{ $include: "part.json5", gateway: { mode: "local" }, channels: { telegram: { botToken: "\${T}", allowFrom: [123456789, 987654321] } } }`,
    part: `{ agents: { defaults: { sandbox: { mode: "non-main" } } } }`,
    shown: "part.json5",
    other: "clawdbot.json",
  },
  {
    code: "gateway.loopback_no_auth",
    config: `{ $include: "part.json5", gateway: { mode: "local" } }`,
    part: `{ channels: { slack: { mode: "http", botToken: "\${B}", signingSecret: "\${S}" } } }`,
    shown: "clawdbot.json",
    other: "part.json5",
  },
];

describe("a finding of two ends leads to the other file", () => {
  for (const { code, config, part, shown, other } of compounds)
    it(code, () => {
      const [found, ...more] = analyse(config, {
        files: { "/config/part.json5": part },
      }).diagnosis.problems.filter((problem) => problem.code === code);
      assert.ok(found, "it is found");
      assert.deepEqual(more, []);
      assert.equal(basename(found.place.file), shown);
      const files = found.related.map(({ place }) => basename(place.file));
      assert.ok(files.includes(other), `leads to ${files.join(", ")} only`);
    });
});
