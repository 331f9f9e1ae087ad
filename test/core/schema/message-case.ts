import type { SchemaProblem } from "../../../server/src/core/schema/validate-schema.ts";

/** A faulty text, and everything that is said about it. */
export interface MessageCase {
  readonly text: string;
  readonly code: SchemaProblem["code"];
  readonly path: string;
  readonly message: string | RegExp;
  /** The text that is marked. */
  readonly mark: string;
  /** The fix to choose, and the value after it; undefined where nothing but removing is proposed. */
  readonly fix?: readonly [title: string, after: string];
  readonly safety?: "safe";
}
