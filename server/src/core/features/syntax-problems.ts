import { secureBaseline } from "../dialects/clawdbot/secure-baseline.ts";
import type { Fix } from "../config/fix.ts";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import { nodeAt, pathOf, valueNodeOf } from "../json5/navigate.ts";
import type { JSONPath, Node, SyntaxProblem } from "../json5/nodes.ts";
import type { Problem } from "./problem.ts";

/** What the parser found in the root file and in every file it includes, each shown in its own file. */
export function syntaxProblems(
  resolved: ResolvedConfig,
  newSecret: string,
): readonly Problem[] {
  return resolved.files.flatMap((file) => {
    const document = resolved.documentOf(file);
    return (document?.problems ?? []).map((problem): Problem => {
      const node = nodeAt(document?.root, problem.offset);
      return {
        code: problem.code,
        effect: "refused",
        severity: "error",
        path:
          node === undefined || file !== resolved.file ? [] : settingOf(node),
        place: { file, offset: problem.offset, length: problem.length },
        message: problem.message,
        related:
          problem.related === undefined
            ? []
            : [
                {
                  place: { file, ...problem.related },
                  message: problem.related.message,
                },
              ],
        fixes: fixesOf(problem, file, resolved, newSecret),
        isOfText: true,
      };
    });
  });
}

/** The setting at a place; a word alone is none, and may be anything that somebody just pasted. */
function settingOf(node: Node): JSONPath {
  const property = node.type === "property" ? node : node.parent;
  const isAlone =
    property?.type === "property" && valueNodeOf(property) === undefined;
  return pathOf(isAlone ? (property.parent ?? node) : node);
}

function fixesOf(
  problem: SyntaxProblem,
  file: string,
  resolved: ResolvedConfig,
  newSecret: string,
): readonly Fix[] {
  if (problem.code === "syntax.empty" && file === resolved.file) {
    return [
      {
        title: "Insert a secure baseline",
        safety: "review",
        preferred: true,
        changes: [{ op: "set", path: [], value: secureBaseline(newSecret) }],
      },
      {
        title:
          "Insert a secure baseline with the token from CLAWDBOT_GATEWAY_TOKEN",
        safety: "review",
        changes: [
          {
            op: "set",
            path: [],
            value: secureBaseline("${CLAWDBOT_GATEWAY_TOKEN}"),
          },
        ],
        introduces: ["CLAWDBOT_GATEWAY_TOKEN"],
      },
    ];
  }
  if (problem.repair === undefined) return [];
  const { title, edits } = problem.repair;
  return [{ title, safety: "safe", preferred: true, edits: [{ file, edits }] }];
}
