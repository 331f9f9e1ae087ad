import assert from "node:assert/strict";
import type { EnvironmentStates } from "../../../server/src/core/config/environment.ts";
import { analyse } from "../../support/analyse.ts";

/** The gateway's fate, and how bad the code's own finding is; `silent` where it says nothing. */
export function fate(
  code: string,
  text: string,
  environment?: EnvironmentStates,
): readonly [boolean | null, string] {
  const { diagnosis } = analyse(text, environment && { environment });
  assert.ok(diagnosis.accepted, "the fixture is refused");
  const found = diagnosis.problems.find((problem) => problem.code === code);
  return [diagnosis.starts, found?.severity ?? "silent"];
}
