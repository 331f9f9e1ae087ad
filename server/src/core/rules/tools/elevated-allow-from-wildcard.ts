import { is } from "../../config/config-view.ts";
import { pathText, defineRule } from "../rule.ts";

export const toolsElevatedAllowFromWildcard = defineRule({
  code: "tools.elevated.allowFrom.wildcard",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [
    "tools.elevated.enabled",
    "tools.elevated.allowFrom.*",
    "tools.elevated.allowFrom.*[]",
  ],
  fixable: "always",
  docs: {
    summary: "Everybody on a channel may run commands on the host",
    why: 'Elevated mode leaves the sandbox and runs commands as you. With `"*"` the channel\'s every sender may ask for it.',
    remedy: "List the ids that you trust, or switch elevated mode off.",
    bad: `{ gateway: { mode: "local" }, tools: { elevated: { allowFrom: { telegram: ["*"] } } } }`,
    good: `{ gateway: { mode: "local" }, tools: { elevated: { allowFrom: { telegram: ["123456789"] } } } }`,
    since: "next",
    calm: 'It needs a "*" that is written in the list, and elevated mode not switched off.',
    upstream: {
      relation: "same",
      checkId: "tools.elevated.allowFrom.wildcard",
    },
  },
  *check(config) {
    if (is(config.at("tools.elevated.enabled"), false)) return;
    for (const { key } of config.entries(["tools", "elevated", "allowFrom"])) {
      const list = ["tools", "elevated", "allowFrom", String(key)];
      const wildcards = config
        .items(list)
        .map(({ lookup }) => lookup)
        .filter(
          (item) =>
            item.state === "set" &&
            typeof item.value === "string" &&
            item.value.trim() === "*",
        );
      const [first, ...others] = wildcards;
      if (first === undefined) continue;
      yield {
        at: first,
        message: `"*" lets every sender on ${key} run commands outside the sandbox`,
        upstream: `tools.elevated.allowFrom.${key}.wildcard`,
        related: others.map((at) => ({
          at,
          message: 'Another "*" in the same list',
        })),
        fixes: [
          {
            title: `Remove "*" from ${pathText(list)}`,
            safety: "review",
            preferred: true,
            asks: "Whoever relies on elevated mode has to be listed by id.",
            // From the end, so that indices stay right.
            changes: wildcards
              .map(({ path }) => ({ op: "remove", path }) as const)
              .reverse(),
          },
          {
            title: "Switch elevated mode off",
            safety: "review",
            asks: "Nobody will be able to use elevated mode any more.",
            changes: [
              {
                op: "set",
                path: ["tools", "elevated", "enabled"],
                value: false,
              },
            ],
          },
        ],
      };
    }
  },
});
