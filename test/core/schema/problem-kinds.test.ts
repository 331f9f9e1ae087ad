import assert from "node:assert/strict";
import { schemaProblemKinds } from "../../../server/src/core/schema/problem-kinds.ts";
import { validateSchema } from "../../../server/src/core/schema/validate-schema.ts";
import { rootOfText } from "./resolved.ts";

describe("the kinds of schema problems", () => {
  for (const { code, docs } of schemaProblemKinds) {
    it(`${code}: its examples tell the truth`, () => {
      assert.deepEqual(
        validateSchema(rootOfText(docs.bad)).map((problem) => problem.code),
        [code],
      );
      assert.deepEqual(validateSchema(rootOfText(docs.good)), []);
    });
  }
});
