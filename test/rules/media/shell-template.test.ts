import assert from "node:assert/strict";
import { mediaShellTemplate } from "../../../server/src/core/rules/media/shell-template.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const code = "media.shell_template";

describe(code, () => {
  it("points at the text of the program, wherever such entries stand", () =>
    check(
      mediaShellTemplate,
      `{ tools: {
  links: { models: [{ command: "/bin/bash", args: ["-lc", "fetch '{{LinkUrl}}'", "x"] }] },
  //                                                      ^^^^^^^^^^^^^^^^^^^^^ ${code}
  media: {
    models: [{ type: "cli", command: "python3", args: ["-c", "print('{{Body}}')"] }],
    //                                                       ^^^^^^^^^^^^^^^^^^^ ${code}
    audio: { models: [{ type: "cli", command: "sh", args: ["-c", "whisper '{{MediaPath}}' > {{ OutputBase }}"] }] },
    image: { enabled: false, models: [{ type: "cli", command: "sh", args: ["-c", "echo {{Body}}"] }] },
  },
} }`,
    ));
  const links = (command: string, ...args: readonly string[]) =>
    `{ tools: { links: { models: [${JSON.stringify({ type: "cli", command, args })}] } } }`;
  for (const [text, expected] of [
    [links("sh", "-c", "curl {{LinkUrl}}"), 1],
    [links("zsh", "-ec", "curl {{LinkUrl}}"), 1],
    [links("node", "-e", "fetch('{{LinkUrl}}')"), 1],
    [links("powershell.exe", "-Command", "iwr {{LinkUrl}}"), 1],
    [links("ssh", "box", "curl {{LinkUrl}}"), 1],
    // An argument behind the program text stays one.
    [links("sh", "-c", 'curl "$1"', "sh", "{{LinkUrl}}"), 0],
    [links("sh", "script.sh", "{{LinkUrl}}"), 0],
    [links("curl", "{{LinkUrl}}"), 0],
    [links("python3", "reader.py", "{{LinkUrl}}"), 0],
    [links("sh", "-c", "date"), 0],
    [
      `{ tools: { links: { enabled: false, models: [{ command: "sh", args: ["-c", "{{LinkUrl}}"] }] } } }`,
      0,
    ],
  ] as const) {
    it(`${text} gives ${expected}`, () =>
      assert.equal(findingsOf(mediaShellTemplate, text).length, expected));
  }
});
