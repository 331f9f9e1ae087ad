import assert from "node:assert/strict";
import { findsOtherPlugins } from "../../../server/src/core/access/installed-plugins.ts";
import {
  machineOf,
  type MachineExample,
} from "../../../server/src/core/config/machine-example.ts";
import type {
  Look,
  MachineFacts,
  Seen,
} from "../../../server/src/core/config/machine.ts";
import { missingLooks } from "../../../server/src/core/features/machine-looks.ts";
import { analyse } from "../../support/analyse.ts";

/** Grants every wish of a config on a machine, as a host does, and tells what was asked for. */
function lookedAt(
  text: string,
  example: MachineExample,
): { readonly looks: readonly Look[]; readonly facts: MachineFacts } {
  const { view } = analyse(text, { machine: example });
  const machine = machineOf(example);
  let facts: MachineFacts = { ...machine, seen: new Map() };
  const looks: Look[] = [];
  for (let round = 0; ; round++) {
    const missing = missingLooks(view, facts);
    if (missing.length === 0) return { looks, facts };
    assert.ok(round < 5, "wishes come to an end");
    looks.push(...missing);
    const seen = new Map(facts.seen);
    for (const { path, wants } of missing)
      seen.set(path, granted(machine.seen.get(path), wants));
    facts = { ...facts, seen };
  }
}

/** What a host answers: names and texts only when they are asked for. */
function granted(seen: Seen | undefined, wants: Look["wants"]): Seen {
  if (seen === undefined || seen.kind === "missing") return { kind: "missing" };
  const { kind, permissions, isLink, isOwn } = seen;
  return {
    kind,
    permissions,
    isLink,
    isOwn,
    ...(wants === "entries" ? { entries: seen.entries ?? [] } : {}),
    ...(wants === "text" ? { text: seen.text ?? "" } : {}),
  };
}

const pathsOf = (looks: readonly Look[]): readonly string[] =>
  looks.map(({ path }) => path);

describe("what a config would like to know about the machine", () => {
  const own: MachineExample = { files: ["drwx------ ~/.clawdbot"] };
  const copy: MachineExample = {
    config: "~/work/bot/clawdbot.json",
    isCopy: true,
    files: [],
  };

  it("follows agents, files of secrets and the log, and asks nothing twice", () => {
    const { looks } = lookedAt(
      `{
        agents: { list: [{ id: "Home" }, { id: "work" }] },
        logging: { file: "~/logs/a.log" },
        channels: { telegram: { tokenFile: "/keys/bot" } },
      }`,
      own,
    );
    const paths = pathsOf(looks);
    for (const path of [
      "/home/me/.clawdbot",
      "/home/me/.clawdbot/clawdbot.json",
      "/home/me/.clawdbot/clawdbot.json.bak",
      "/home/me/.clawdbot/credentials",
      "/home/me/.clawdbot/agents/home/agent/auth-profiles.json",
      "/home/me/.clawdbot/agents/work/sessions/sessions.json",
      "/home/me/logs/a.log",
      "/keys/bot",
    ])
      assert.ok(paths.includes(path), `${path} is not among ${paths.join()}`);
    assert.equal(new Set(paths).size, paths.length);
    assert.ok(!paths.some((path) => path.includes("agents/main")));
  });

  it("reads the text of no file but those that tell what Git leaves out", () => {
    const { looks } = lookedAt(`{}`, {
      files: ["drwx------ ~/.clawdbot", "drwxr-xr-x ~/.git"],
    });
    assert.deepEqual(
      pathsOf(looks.filter(({ wants }) => wants === "text")).map((path) =>
        path.replace("/home/me", "~"),
      ),
      [
        "~/.config/git/ignore",
        "~/.git/info/exclude",
        "~/.gitignore",
        "~/.clawdbot/.gitignore",
      ],
    );
  });

  it("asks about a copy only what Git and plugins need", () => {
    const { looks } = lookedAt(`{ logging: { file: "/var/log/x" } }`, copy);
    assert.deepEqual(pathsOf(looks), [
      "/home/me/.clawdbot/extensions",
      "/home/me/clawd/.clawdbot/extensions",
      "/home/me/work/bot/.git",
      "/home/me/work/.git",
      "/home/me/.git",
      "/home/.git",
      "/.git",
    ]);
  });

  it("has an end, however many agents there are", () => {
    const agents = Array.from({ length: 5000 }, (_, id) => `{ id: "a${id}" }`);
    const { looks } = lookedAt(`{ agents: { list: [${agents.join()}] } }`, own);
    assert.ok(looks.length > 100 && looks.length < 1000, `${looks.length}`);
  });

  // plugins/discovery.js and plugins/manifest-registry.js of the release.
  for (const [name, text, files, expected] of [
    ["nothing", `{}`, [], false],
    [
      "a folder with a manifest",
      `{}`,
      [
        "drwx------ ~/.clawdbot/extensions",
        "drwx------ ~/.clawdbot/extensions/weather",
        "-rw------- ~/.clawdbot/extensions/weather/clawdbot.plugin.json",
      ],
      true,
    ],
    [
      "a folder without one",
      `{}`,
      [
        "drwx------ ~/.clawdbot/extensions",
        "drwx------ ~/.clawdbot/extensions/weather",
      ],
      false,
    ],
    [
      "a script with a manifest beside it",
      `{}`,
      [
        "drwx------ ~/.clawdbot/extensions",
        "-rw------- ~/.clawdbot/extensions/weather.js",
        "-rw------- ~/.clawdbot/extensions/clawdbot.plugin.json",
      ],
      true,
    ],
    [
      "the default workspace",
      `{}`,
      [
        "drwx------ ~/clawd/.clawdbot/extensions",
        "drwx------ ~/clawd/.clawdbot/extensions/weather",
        "-rw------- ~/clawd/.clawdbot/extensions/weather/clawdbot.plugin.json",
      ],
      true,
    ],
    [
      "the default workspace where another is named",
      `{ agents: { defaults: { workspace: "~/elsewhere" } } }`,
      [
        "drwx------ ~/clawd/.clawdbot/extensions",
        "drwx------ ~/clawd/.clawdbot/extensions/weather",
        "-rw------- ~/clawd/.clawdbot/extensions/weather/clawdbot.plugin.json",
      ],
      false,
    ],
    [
      "the default agent's workspace",
      `{ agents: { defaults: { workspace: "~/no" }, list: [{ id: "a" }, { id: "b", default: true, workspace: "/srv/b" }] } }`,
      [
        "drwx------ /srv/b/.clawdbot/extensions",
        "drwx------ /srv/b/.clawdbot/extensions/weather",
        "-rw------- /srv/b/.clawdbot/extensions/weather/clawdbot.plugin.json",
      ],
      true,
    ],
  ] as const) {
    it(`finds ${expected ? "plugins" : "no plugin"} in ${name}`, () => {
      const example = { files: [...own.files, ...files] };
      const { facts } = lookedAt(text, example);
      const { view } = analyse(text, { machine: example });
      assert.equal(findsOtherPlugins(view, facts), expected);
    });
  }
});
