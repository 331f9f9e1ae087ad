import type { Rule } from "./rule.ts";
import { channelsDmOpen } from "./channels/dm-open.ts";
import { configAvatar } from "./config/avatar.ts";
import { configBroadcastUnknownAgent } from "./config/broadcast-unknown-agent.ts";
import { configBrowserProfileTarget } from "./config/browser-profile-target.ts";
import { configDmOpenWithoutWildcard } from "./config/dm-open-without-wildcard.ts";
import { configDroppedKey } from "./config/dropped-key.ts";
import { configDuplicateAgentDir } from "./config/duplicate-agent-dir.ts";
import { configDuplicateKey } from "./config/duplicate-key.ts";
import { configEnvBlockTooLate } from "./config/env-block-too-late.ts";
import { configEnvUnset } from "./config/env-unset.ts";
import { configHeartbeatDuration } from "./config/heartbeat-duration.ts";
import { configHeartbeatHours } from "./config/heartbeat-hours.ts";
import { configHeartbeatTarget } from "./config/heartbeat-target.ts";
import { configImpreciseId } from "./config/imprecise-id.ts";
import { configLegacyKey } from "./config/legacy-key.ts";
import { configPluginPath } from "./config/plugin-path.ts";
import { configSlackHttpWithoutSecret } from "./config/slack-http-without-secret.ts";
import { configTelegramCommand } from "./config/telegram-command.ts";
import { configUnknownChannel } from "./config/unknown-channel.ts";
import { configUnknownPlugin } from "./config/unknown-plugin.ts";
import { configUnsafeExecutable } from "./config/unsafe-executable.ts";
import { configUnverifiedId } from "./config/unverified-id.ts";
import { configVariableLookalike } from "./config/variable-lookalike.ts";
import { gatewayBindNoAuth } from "./gateway/bind-no-auth.ts";
import { gatewayLoopbackNoAuth } from "./gateway/loopback-no-auth.ts";
import { gatewayTokenPlaceholder } from "./gateway/token-placeholder.ts";
import { gatewayTokenTooShort } from "./gateway/token-too-short.ts";
import { loggingRedactOff } from "./logging/redact-off.ts";
import { startupBindWithoutAuth } from "./startup/bind-without-auth.ts";
import { startupFunnelWithoutPassword } from "./startup/funnel-without-password.ts";
import { startupHooksPathRoot } from "./startup/hooks-path-root.ts";
import { startupHooksWithoutToken } from "./startup/hooks-without-token.ts";
import { startupModeNotLocal } from "./startup/mode-not-local.ts";
import { startupPasswordMissing } from "./startup/password-missing.ts";
import { startupTailscaleBind } from "./startup/tailscale-bind.ts";
import { startupTlsFilesMissing } from "./startup/tls-files-missing.ts";
import { startupTokenMissing } from "./startup/token-missing.ts";
import { toolsElevatedAllowFromWildcard } from "./tools/elevated-allow-from-wildcard.ts";

/** Every rule, by code. A rule that is not listed here does not run; `test/meta/every-rule.test.ts` compares with the folder. */
export const registry: readonly Rule[] = [
  channelsDmOpen,
  configAvatar,
  configBroadcastUnknownAgent,
  configBrowserProfileTarget,
  configDmOpenWithoutWildcard,
  configDroppedKey,
  configDuplicateAgentDir,
  configDuplicateKey,
  configEnvBlockTooLate,
  configEnvUnset,
  configHeartbeatDuration,
  configHeartbeatHours,
  configHeartbeatTarget,
  configImpreciseId,
  configLegacyKey,
  configPluginPath,
  configSlackHttpWithoutSecret,
  configTelegramCommand,
  configUnknownChannel,
  configUnknownPlugin,
  configUnsafeExecutable,
  configUnverifiedId,
  configVariableLookalike,
  gatewayBindNoAuth,
  gatewayLoopbackNoAuth,
  gatewayTokenPlaceholder,
  gatewayTokenTooShort,
  loggingRedactOff,
  startupBindWithoutAuth,
  startupFunnelWithoutPassword,
  startupHooksPathRoot,
  startupHooksWithoutToken,
  startupModeNotLocal,
  startupPasswordMissing,
  startupTailscaleBind,
  startupTlsFilesMissing,
  startupTokenMissing,
  toolsElevatedAllowFromWildcard,
];
