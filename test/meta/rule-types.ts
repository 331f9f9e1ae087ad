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

const base = { ...common, code: "a.b", docs, check: none } as const;
const { why: _why, ...withoutWhy } = docs;
const emptyWhy = { ...docs, why: "" } as const;

// @ts-expect-error a rule says why
defineRule({ ...base, fixable: "sometimes", docs: withoutWhy });
// @ts-expect-error and not with an empty text
defineRule({ ...base, fixable: "sometimes", docs: emptyWhy });
// @ts-expect-error a rule without a fix says why there is none
defineRule({ ...base, fixable: "never" });
// @ts-expect-error a rule watches settings that exist
defineRule({ ...base, fixable: "sometimes", watches: ["logging.levle"] });
// @ts-expect-error a rule watches something
defineRule({ ...base, fixable: "sometimes", watches: [] });
// @ts-expect-error a promised fix is there
defineRule({
  ...base,
  fixable: "always",
  *check(config: RuleContext) {
    yield { at: config.at("logging.level"), message: "m", fixes: [] };
  },
});
defineRule({
  ...base,
  fixable: "sometimes",
  *check(config: RuleContext) {
    // @ts-expect-error a look-up names a setting that exists
    yield { at: config.at("logging.levle"), message: "m", fixes: [] };
  },
});
