import { knownText } from "../../config/known-text.ts";
import { defineRule } from "../rule.ts";
import {
  commandEntries,
  commandEntryPatterns,
  programOf,
} from "./command-entries.ts";

/** Programs that run the text of an argument, with the options after which it stands; undefined: any argument. */
const runners: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      [
        /^-[a-z]*c[a-z]*$/,
        "sh bash zsh dash ash ksh fish busybox python python2 python3",
      ],
      [/^(?:-e|--eval|-p|--print|-r)$/, "node deno bun perl ruby php lua"],
      [/^(?:\/c|\/k|-c|-command|-encodedcommand)$/i, "cmd powershell pwsh"],
      [/./, "eval ssh osascript"],
    ] as const
  ).flatMap(([option, names]) =>
    names.split(" ").map((name) => [name, option] as const),
  ),
);

/** Places of a template that people who write fill in; files and folders have names of the program's own. */
const place =
  /\{\{\s*(?!(?:MediaPath|OutputDir|OutputBase|MediaDir|MaxChars|Prompt)\s*\}\})\w+\s*\}\}/i;

export const mediaShellTemplate = defineRule({
  code: "media.shell_template",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...commandEntryPatterns],
  fixable: "never",
  whyNoFix: "The command has to take the text as an argument of its own.",
  docs: {
    summary: "What people write becomes part of a command",
    why: 'The text is put into the program of a shell as it stands. A link such as `http://x/;id` or a message with `"` in it ends the command and begins another, which runs on this computer: everybody who may write to the assistant has a shell.',
    remedy:
      'Name the program itself in `command` and the text in an argument of its own, as in `command: "my-reader", args: ["{{LinkUrl}}"]`; no shell looks at it then.',
    bad: `{
  gateway: { mode: "local" },
  tools: { links: { models: [{ type: "cli", command: "sh", args: ["-c", "curl -s {{LinkUrl}} | html2text"] }] } },
}`,
    good: `{
  gateway: { mode: "local" },
  tools: { links: { models: [{ type: "cli", command: "my-reader", args: ["{{LinkUrl}}"] }] } },
}`,
    since: "next",
    calm: "It needs a shell or interpreter whose program text has a place in it that people fill in. Paths of files and folders are the program's own names and no finding.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at programs for media and links.",
    },
  },
  *check(config) {
    for (const { command, args } of commandEntries(config)) {
      const option = runners.get(programOf(command));
      if (option === undefined) continue;
      const texts = args.map((lookup) => knownText(lookup) ?? "");
      const start = texts.findIndex((text) => option.test(text.trim()));
      if (start === -1) continue;
      // What follows the program text is passed to it as arguments, and stays apart.
      const index =
        option.source === "."
          ? texts.findIndex((text) => place.test(text))
          : start + 1;
      const at = args[index];
      if (at === undefined || !place.test(texts[index] ?? "")) continue;
      yield {
        at,
        message: `What people write becomes part of what ${programOf(command)} runs on this computer`,
      };
    }
  },
});
