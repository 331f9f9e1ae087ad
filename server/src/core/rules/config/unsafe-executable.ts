import type { ConfigView, Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { couldPass, plainText } from "../../config/possible-values.ts";
import { defineRule, pathText } from "../rule.ts";
import { alwaysError, beforeTheAudit, textOf } from "./refused.ts";

/** Whether the program would run it: a bare name or a path, without anything a shell would act on (infra/exec-safety.js). */
function isSafeExecutable(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === "" || /[\0\r\n;&|`$<>"']/.test(trimmed)) return false;
  if (/^[.~]/.test(trimmed) || /[/\\]/.test(trimmed)) return true;
  return !trimmed.startsWith("-") && /^[A-Za-z0-9._+-]+$/.test(trimmed);
}

/** A variable may complete a name, or make a path of it. */
const samples = ["x", "/"];

/** The settings that name one program each. */
function* programs(config: ConfigView): Iterable<Lookup> {
  const command = config.at("audio.transcription.command");
  if (command.state === "group" && command.node.kind === "array")
    yield config.at([...command.path, 0]);
  for (const id of ["signal", "imessage"]) {
    const channel = ["channels", id];
    yield config.at([...channel, "cliPath"]);
    for (const { lookup } of config.entries([...channel, "accounts"]))
      yield config.at([...lookup.path, "cliPath"]);
  }
}

function fixesFor(config: ConfigView, program: Lookup): readonly Fix[] {
  const template = textOf(program);
  const text = template && plainText(template)?.trim();
  if (text === undefined) return [];
  const unquoted = /^(["'])([^"']+)\1$/.exec(text)?.[2];
  if (unquoted !== undefined && isSafeExecutable(unquoted)) {
    return [
      {
        title: "Take away the inner quotes",
        safety: "review",
        preferred: true,
        changes: [{ op: "set", path: program.path, value: unquoted }],
      },
    ];
  }
  const [name = "", ...words] = text.split(/\s+/);
  const isInList = program.path.at(-1) === 0;
  if (!isInList || words.length === 0 || !isSafeExecutable(name)) return [];
  const list = program.path.slice(0, -1);
  const rest = config
    .items(list)
    .slice(1)
    .map(({ lookup }) => lookup.node.toValue());
  return [
    {
      title: "Make the program and each of its arguments an item",
      safety: "review",
      preferred: true,
      changes: [{ op: "set", path: list, value: [name, ...words, ...rest] }],
    },
  ];
}

export const configUnsafeExecutable = defineRule({
  code: "config.unsafe_executable",
  effect: "refused",
  severity: alwaysError,
  watches: [
    "audio.transcription.command[]",
    "channels.signal.cliPath",
    "channels.signal.accounts.*.cliPath",
    "channels.imessage.cliPath",
    "channels.imessage.accounts.*.cliPath",
  ],
  fixable: "sometimes",
  docs: {
    summary: "A program that Clawdbot would not run",
    why: "The value must name one program: a bare name of letters, digits and `._+-`, or a path; without quotes, line breaks or anything that a shell acts on. Clawdbot refuses the whole file otherwise, because the text might run something else than it says.",
    remedy:
      "Name the program alone. Arguments are items of their own in `audio.transcription.command`; for `cliPath` write a small script and name that.",
    bad: `{ audio: { transcription: { command: ["whisper --model tiny", "{{MediaPath}}"] } } }`,
    good: `{ audio: { transcription: { command: ["whisper", "--model", "tiny", "{{MediaPath}}"] } } }`,
    since: "next",
    calm: "It tests the text as the program does; a variable is given the benefit of the doubt as long as some value would do.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    for (const program of programs(config)) {
      const isMissing = program.state === "absent" && program.path.at(-1) === 0;
      const text = textOf(program);
      if (text === undefined && !isMissing) continue;
      if (text !== undefined && couldPass(text, samples, isSafeExecutable))
        continue;
      yield {
        at: program,
        message: isMissing
          ? `${pathText(program.path.slice(0, -1))} names no program`
          : `${pathText(program.path)} is no bare name or path of one program`,
        fixes: fixesFor(config, program),
      };
    }
  },
});
