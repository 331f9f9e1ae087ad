import {
  groupPatterns,
  groups,
  placeSenderPatterns,
  type GroupAccess,
} from "../../access/groups.ts";
import { is, type ConfigView } from "../../config/config-view.ts";

export const telegramGroupPatterns = [
  ...groupPatterns,
  ...placeSenderPatterns,
  "commands.text",
] as const;

/** The levels of Telegram at which groups get through and may give commands as text. */
export const telegramGroupLevels = (
  config: ConfigView,
): readonly GroupAccess[] =>
  is(config.at("commands.text"), false)
    ? []
    : groups(config).filter(
        ({ channel, policy, hasPlaces }) =>
          channel.id === "telegram" &&
          (policy.value === "open" ||
            (policy.value === "allowlist" && hasPlaces)),
      );
