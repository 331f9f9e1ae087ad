/** What is written about each kind of syntax problem; every code the parser reports is here, and no other. */

export interface SyntaxProblemDocs {
  readonly code: `syntax.${string}`;
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
  readonly bad: string;
  readonly good: string;
}

/** Every one of them stops the program from reading the file at all. */
const refused =
  "The program cannot read the file at all, so it starts with no settings or not at all.";

export const syntaxProblems: readonly SyntaxProblemDocs[] = [
  {
    code: "syntax.empty",
    summary: "The file holds no value",
    why: "An empty file is no JSON5, and neither are comments alone: the program refuses it.",
    remedy: "Write at least an empty object.",
    bad: "// to do\n",
    good: "{\n  // to do\n}\n",
  },
  {
    code: "syntax.missing_comma",
    summary: "A comma is missing between two settings",
    why: refused,
    remedy: "Put a comma after the value.",
    bad: '{ gateway: { mode: "local" port: 18789 } }',
    good: '{ gateway: { mode: "local", port: 18789 } }',
  },
  {
    code: "syntax.extra_comma",
    summary: "A comma is one too many",
    why: `${refused} One comma after the last setting is fine; two commas in a row are not.`,
    remedy: "Remove the comma.",
    bad: '{ gateway: { mode: "local",, port: 18789 } }',
    good: '{ gateway: { mode: "local", port: 18789 } }',
  },
  {
    code: "syntax.missing_colon",
    summary: "A colon is missing between a key and its value",
    why: refused,
    remedy: "Put a colon after the key.",
    bad: '{ gateway: { mode "local" } }',
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.missing_value",
    summary: "A value is missing",
    why: `${refused} A key needs a value, and an array cannot have gaps.`,
    remedy: "Write the value, or remove the key or the comma.",
    bad: "{ gateway: { mode: , port: 18789 } }",
    good: '{ gateway: { mode: "local", port: 18789 } }',
  },
  {
    code: "syntax.missing_key",
    summary: "A value in an object has no key",
    why: refused,
    remedy: "Write a key and a colon before the value, or remove the value.",
    bad: '{ gateway: { : "local", port: 18789 } }',
    good: '{ gateway: { mode: "local", port: 18789 } }',
  },
  {
    code: "syntax.missing_opener",
    summary: "An opening brace is missing",
    why: refused,
    remedy: 'Put "{" before the first key of the object.',
    bad: '{ gateway: mode: "local" } }',
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.extra_opener",
    summary: "An opening bracket is one too many",
    why: refused,
    remedy: "Remove the bracket.",
    bad: '{ gateway: {{ mode: "local" } }',
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.unclosed",
    summary: "A brace or bracket is never closed",
    why: `${refused} Settings after the gap would belong to the wrong object.`,
    remedy: "Put the closing bracket where the object or array ends.",
    bad: '{ gateway: { mode: "local" }',
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.wrong_closer",
    summary: "A bracket is closed with the wrong kind",
    why: refused,
    remedy: '"{" ends with "}", and "[" with "]".',
    bad: '{\n  tools: {\n    deny: [\n      "exec"\n    },\n  },\n}',
    good: '{\n  tools: {\n    deny: [\n      "exec"\n    ],\n  },\n}',
  },
  {
    code: "syntax.extra_closer",
    summary: "A closing bracket is one too many",
    why: `${refused} Settings after it would stand outside their object.`,
    remedy: "Remove the bracket that closes nothing.",
    bad: '{ gateway: { mode: "local" } } }',
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.wrong_separator",
    summary: "Something other than a colon or comma separates settings",
    why: `${refused} "=", ":=", "=>" and ";" belong to other languages.`,
    remedy: "Put a colon between key and value, and a comma between settings.",
    bad: '{ gateway: { mode = "local" } }',
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.unclosed_string",
    summary: "A string is never closed",
    why: `${refused} A string cannot run over the end of its line.`,
    remedy: "Put the closing quote at its end.",
    bad: '{\n  gateway: { mode: "local },\n}',
    good: '{\n  gateway: { mode: "local" },\n}',
  },
  {
    code: "syntax.quote_in_string",
    summary: "A string contains its own quote",
    why: `${refused} The string ends at the first quote of its kind.`,
    remedy:
      "Put a backslash before each quote inside, or use the other kind of quotes around it.",
    bad: '{ messages: { responsePrefix: "the "bot" says" } }',
    good: '{ messages: { responsePrefix: "the \\"bot\\" says" } }',
  },
  {
    code: "syntax.bad_escape",
    summary: "A backslash begins no escape sequence",
    why: `${refused} "\\x" needs two hexadecimal digits, "\\u" four, and "\\1" to "\\9" do not exist.`,
    remedy: "Write two backslashes for a backslash, as in Windows paths.",
    bad: '{ agents: { defaults: { workspace: "C:\\users" } } }',
    good: '{ agents: { defaults: { workspace: "C:\\\\users" } } }',
  },
  {
    code: "syntax.foreign_quotes",
    summary: "Typographic quotes or backticks around a value",
    why: `${refused} Word processors, chats and web pages turn straight quotes into others.`,
    remedy: "Use straight quotes.",
    bad: "{ gateway: { mode: “local” } }",
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.unquoted_value",
    summary: "A text value without quotes",
    why: `${refused} Keys may go without quotes, values may not.`,
    remedy: "Put the value in quotes.",
    bad: "{ gateway: { mode: local } }",
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.foreign_literal",
    summary: "A word from another language: True, None, undefined",
    why: refused,
    remedy: "Write true, false or null.",
    bad: "{ browser: { enabled: False } }",
    good: "{ browser: { enabled: false } }",
  },
  {
    code: "syntax.bad_number",
    summary: "A number in a form that JSON5 does not have",
    why: `${refused} Leading zeros and separators between digits are not allowed.`,
    remedy: "Write the plain number, or put the text in quotes.",
    bad: "{ gateway: { port: 18_789 } }",
    good: "{ gateway: { port: 18789 } }",
  },
  {
    code: "syntax.unquoted_key",
    summary: "A key that needs quotes",
    why: `${refused} A bare key has only letters, digits, "_" and "$", and does not begin with a digit. Ids and phone numbers are no bare keys.`,
    remedy: "Put the key in quotes.",
    bad: "{ channels: { telegram: { groups: { -100123: {} } } } }",
    good: '{ channels: { telegram: { groups: { "-100123": {} } } } }',
  },
  {
    code: "syntax.unclosed_comment",
    summary: "A comment is never closed",
    why: `${refused} Everything after it counts as comment.`,
    remedy: 'End the comment with "*/".',
    bad: "{ gateway: {} } /* to do",
    good: "{ gateway: {} } /* to do */",
  },
  {
    code: "syntax.hash_comment",
    summary: 'A comment that begins with "#"',
    why: refused,
    remedy: 'Begin comments with "//".',
    bad: "{\n  # to do\n  gateway: {},\n}",
    good: "{\n  // to do\n  gateway: {},\n}",
  },
  {
    code: "syntax.stray_text",
    summary: "Text that does not belong here",
    why: refused,
    remedy: "Remove it, or make it a setting of its own.",
    bad: '{ gateway: { mode: "local" @ } }',
    good: '{ gateway: { mode: "local" } }',
  },
  {
    code: "syntax.trailing_text",
    summary: "Something follows the end of the configuration",
    why: `${refused} A file holds one value; nothing but comments may follow it.`,
    remedy: "Remove what follows.",
    bad: "{ gateway: {} }\n{ tools: {} }",
    good: "{ gateway: {} }\n",
  },
];
