// What the compiler must refuse in a rule. `tsc` fails when one of these is accepted.
import type { Fix } from "../../server/src/core/config/fix.ts";
import {
  defineRule,
  type RuleContext,
  type RuleDocs,
} from "../../server/src/core/rules/rule.ts";

const docs = {
  summary: "s",
  why: "w",
  remedy: "r",
  bad: "{}",
  good: "{}",
  since: "next",
  calm: "c",
  upstream: { relation: "ours", reason: "r" },
} as const satisfies RuleDocs;
const fix: Fix = { title: "t", safety: "safe", changes: [] };
const common = {
  effect: "risk",
  severity: { recommended: "warning" },
  watches: ["logging.level"],
} as const;
function* none(): Iterable<never> {}

export const accepted = [
  defineRule({
    ...common,
    code: "a.b",
    fixable: "always",
    docs,
    *check(config: RuleContext) {
      yield { at: config.at("logging.level"), message: "m", fixes: [fix] };
    },
  }),
  defineRule({
    ...common,
    code: "a.b",
    fixable: "never",
    whyNoFix: "w",
    docs,
    check: none,
  }),
];

const { why: _why, ...withoutWhy } = docs;
// @ts-expect-error a rule says why
defineRule({
  ...common,
  code: "a.b",
  fixable: "sometimes",
  docs: withoutWhy,
  check: none,
});
// @ts-expect-error and not with an empty text
defineRule({
  ...common,
  code: "a.b",
  fixable: "sometimes",
  docs: { ...docs, why: "" },
  check: none,
});
// @ts-expect-error a rule without a fix says why there is none
defineRule({ ...common, code: "a.b", fixable: "never", docs, check: none });
// prettier-ignore
defineRule({ ...common, code: "a.b", fixable: "always", docs,
  // @ts-expect-error a promised fix is there
  *check(config: RuleContext) { yield { at: config.at("logging.level"), message: "m", fixes: [] }; },
});
// @ts-expect-error settings exist
defineRule({
  ...common,
  watches: ["logging.levle"],
  code: "a.b",
  fixable: "sometimes",
  docs,
  check: none,
});
// @ts-expect-error a rule reads something
defineRule({
  ...common,
  watches: [],
  code: "a.b",
  fixable: "sometimes",
  docs,
  check: none,
});
// prettier-ignore
defineRule({ ...common, code: "a.b", fixable: "sometimes", docs,
  *check(config: RuleContext) {
    // @ts-expect-error a look-up names a setting that exists
    yield { at: config.at("logging.levle"), message: "m", fixes: [] };
  },
});
