import type { IncludeFault, FileError } from "../config/includes.ts";
import { baseName } from "../config/file-names.ts";
import { maximumDepth, type ResolvedConfig } from "../config/resolve-config.ts";
import type { Problem } from "./problem.ts";

const errors: Readonly<Record<FileError, string>> = {
  missing: "does not exist",
  directory: "is a folder",
  unreadable: "cannot be read",
  "too-large": "is too large to be a config",
  "not-text": "is not text",
  forbidden:
    "lies outside this folder and is not read in an untrusted workspace",
};

interface Explained {
  readonly code: string;
  readonly effect: Problem["effect"];
  readonly message: string;
}

function explain(fault: IncludeFault): Explained {
  const refused = (code: string, message: string): Explained => ({
    code,
    effect: "refused",
    message,
  });
  switch (fault.kind) {
    case "value":
      return refused(
        "config.include_value",
        `$include takes a file name or a list of file names, not ${fault.got}`,
      );
    case "siblings":
      return refused(
        "config.include_siblings",
        "Keys beside $include need included files that hold an object",
      );
    case "depth":
      return refused(
        "config.include_depth",
        "More than 10 files include one another here; Clawdbot stops at 10",
      );
    case "circular":
      return refused(
        "config.include_circular",
        `This file includes itself: ${fault.files.map(baseName).join(" → ")}`,
      );
    case "broken":
      return refused(
        "config.include_broken",
        `${baseName(fault.file)} is not valid JSON5; its own problems say where`,
      );
    case "unread":
      // A file that only we may not read says nothing about the program.
      return {
        code:
          fault.error === "forbidden"
            ? "config.include_not_read"
            : "config.include_unreadable",
        effect:
          fault.error === "forbidden" || fault.error === "too-large"
            ? "note"
            : "refused",
        message: `The included file ${baseName(fault.file)} ${errors[fault.error]}`,
      };
    case "too-many":
      return {
        code: "config.include_too_many",
        effect: "note",
        message: "So many inclusions are not followed further",
      };
  }
}

/** What is wrong with includes and nesting, each at the text that asks for it. */
export function loaderProblems(resolved: ResolvedConfig): readonly Problem[] {
  const problems: Problem[] = resolved.includeProblems.map(
    ({ node, fault }) => {
      const { code, effect, message } = explain(fault);
      return {
        code,
        effect,
        severity: effect === "refused" ? "error" : "info",
        // The program reports every include fault at the root.
        path: [],
        place: resolved.placeOf(node),
        message,
        related: [],
        fixes: [],
        isOfText: true,
      };
    },
  );
  if (resolved.tooDeep) {
    problems.push({
      code: "config.too_deep",
      effect: "note",
      severity: "warning",
      path: [],
      place: {
        file: resolved.file,
        offset: resolved.document.root?.offset ?? 0,
        length: 1,
      },
      message: `Nested more than ${maximumDepth} levels deep: nothing further is checked`,
      related: [],
      fixes: [],
    });
  }
  return problems;
}
