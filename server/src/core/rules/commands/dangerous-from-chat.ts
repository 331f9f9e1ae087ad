import {
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../access/elevated.ts";
import {
  strangerPatterns,
  strangersInCommand,
} from "../../access/open-doors.ts";
import { is } from "../../config/config-view.ts";
import { defineRule, type SeverityByProfile } from "../rule.ts";

/** A command that is off unless the file switches it on (auto-reply/reply/commands-*.js and bash-command.js). */
interface Switch {
  readonly name: "bash" | "config" | "debug" | "restart";
  readonly gives: string;
  readonly usual: SeverityByProfile;
  /** Where strangers may give commands. */
  readonly worst: SeverityByProfile;
}

const serious = {
  usual: { recommended: "warning", strict: "warning" },
  worst: { recommended: "error", strict: "error" },
} as const;

const switches: readonly Switch[] = [
  {
    name: "bash",
    gives:
      "/bash runs commands on the host, from people who may use elevated mode",
    ...serious,
  },
  {
    name: "config",
    gives: "/config shows the whole file in the chat, secrets included",
    ...serious,
  },
  {
    name: "debug",
    gives: "/debug changes any setting until the next start, these included",
    ...serious,
  },
  {
    name: "restart",
    gives:
      "/restart and the assistant itself stop the gateway and start it again",
    usual: { strict: "info" },
    worst: { recommended: "warning", strict: "warning" },
  },
];

export const commandsDangerousFromChat = defineRule({
  code: "commands.dangerous_from_chat",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...strangerPatterns,
    ...elevatedPeoplePatterns,
    "commands.bash",
    "commands.config",
    "commands.debug",
    "commands.restart",
  ],
  fixable: "always",
  docs: {
    summary: "A chat may run commands or rewrite the settings",
    why: "Whoever takes over one account that is listed, or a phone left on a table, has the host's shell, reads every secret of the file, or lets himself in by rewriting it.",
    remedy:
      "Remove the switch, and use the command line where the gateway runs. `channels.<channel>.configWrites: false` lets `/config` show but not write.",
    bad: `{ gateway: { mode: "local" }, commands: { config: true } }`,
    good: `{ gateway: { mode: "local" }, commands: { config: false } }`,
    since: "next",
    calm: "Each switch has to be thrown in the file. `bash` needs somebody who may use elevated mode; `restart` is told in the strict profile alone. Where anybody may give commands it is an error.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at these switches.",
    },
  },
  *check(config) {
    const thrown = switches.filter(({ name }) =>
      is(config.at(["commands", name]), true),
    );
    if (thrown.length === 0) return;
    const strangers = strangersInCommand(config);
    for (const { name, gives, usual, worst } of thrown) {
      const at = config.at(["commands", name]);
      const isDead = name === "bash" && elevatedPeople(config).length === 0;
      const isWorst = strangers.length > 0 && !isDead;
      const severity = isWorst
        ? worst
        : isDead
          ? { strict: "info" as const }
          : usual;
      yield {
        at,
        message: `commands.${name} is true: ${gives}`,
        severity,
        ...(severity.recommended === undefined ? { onlyStrict: true } : {}),
        related: isWorst
          ? strangers.map(({ lookup, message }) => ({ at: lookup, message }))
          : [],
        fixes: [
          {
            title: `Switch /${name} off`,
            safety: "review",
            preferred: true,
            changes: [{ op: "set", path: at.path, value: false }],
          },
        ],
      };
    }
  },
});
