import type { Fix } from "../../config/fix.ts";

/** Switches elevated mode off for everybody. */
export const elevatedOff: Fix = {
  title: "Switch elevated mode off",
  safety: "review",
  asks: "Nobody will be able to use elevated mode any more.",
  changes: [
    { op: "set", path: ["tools", "elevated", "enabled"], value: false },
  ],
};

/** Takes a provider's people out of elevated mode. An empty list keeps a channel from lending its own senders. */
export const elevatedNobody = (provider: string): Fix => ({
  title: `Let nobody on ${provider} use elevated mode`,
  safety: "review",
  preferred: true,
  asks: "Whoever relies on elevated mode there has to be listed by id.",
  changes: [
    {
      op: "set",
      path: ["tools", "elevated", "allowFrom", provider],
      value: [],
    },
  ],
});
