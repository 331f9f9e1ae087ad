import type { Rule } from "../../server/src/core/rules/rule.ts";
import { profiles, type Profile } from "../../server/src/core/rules/rule.ts";
import { analyse } from "./analyse.ts";

/** How bad a rule's findings in a text are, in each profile that shows any: "recommended warning, strict error". */
export const severities = (rule: Rule, text: string): string =>
  profiles
    .flatMap((profile: Profile) =>
      analyse(text, { profile })
        .diagnosis.problems.filter(({ code }) => code === rule.code)
        .map(({ severity }) => `${profile} ${severity}`),
    )
    .join(", ");
