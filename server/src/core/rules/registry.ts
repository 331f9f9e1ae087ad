import type { Rule } from "./rule.ts";
import { browserControlInvalidConfig } from "./browser/control-invalid-config.ts";
import { browserControlRemoteHttp } from "./browser/control-remote-http.ts";
import { browserControlRemoteNoToken } from "./browser/control-remote-no-token.ts";
import { browserControlTokenReuseGatewayToken } from "./browser/control-token-reuse-gateway-token.ts";
import { browserControlTokenTooShort } from "./browser/control-token-too-short.ts";
import { channelsDiscordCommandsNativeNoAllowlists } from "./channels/discord-commands-native-no-allowlists.ts";
import { channelsDiscordCommandsNativeUnrestricted } from "./channels/discord-commands-native-unrestricted.ts";
import { channelsDmDisabled } from "./channels/dm-disabled.ts";
import { channelsDmOpenInvalid } from "./channels/dm-open-invalid.ts";
import { channelsDmOpen } from "./channels/dm-open.ts";
import { channelsDmScopeMainMultiuser } from "./channels/dm-scope-main-multiuser.ts";
import { channelsGroupOpen } from "./channels/group-open.ts";
import { channelsSlackCommandsSlashNoAllowlists } from "./channels/slack-commands-slash-no-allowlists.ts";
import { channelsSlackCommandsSlashUseAccessGroupsOff } from "./channels/slack-commands-slash-use-access-groups-off.ts";
import { channelsTelegramGroupsAllowFromMissing } from "./channels/telegram-groups-allow-from-missing.ts";
import { channelsTelegramGroupsAllowFromWildcard } from "./channels/telegram-groups-allow-from-wildcard.ts";
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
import { configSecretsBrowserControlTokenInConfig } from "./config/secrets-browser-control-token-in-config.ts";
import { configSecretsGatewayPasswordInConfig } from "./config/secrets-gateway-password-in-config.ts";
import { configSecretsHooksTokenInConfig } from "./config/secrets-hooks-token-in-config.ts";
import { configSlackHttpWithoutSecret } from "./config/slack-http-without-secret.ts";
import { configTelegramCommand } from "./config/telegram-command.ts";
import { configUnknownChannel } from "./config/unknown-channel.ts";
import { configUnknownPlugin } from "./config/unknown-plugin.ts";
import { configUnsafeExecutable } from "./config/unsafe-executable.ts";
import { configUnverifiedId } from "./config/unverified-id.ts";
import { configVariableLookalike } from "./config/variable-lookalike.ts";
import { gatewayBindNoAuth } from "./gateway/bind-no-auth.ts";
import { gatewayControlUiInsecureAuth } from "./gateway/control-ui-insecure-auth.ts";
import { gatewayLoopbackNoAuth } from "./gateway/loopback-no-auth.ts";
import { gatewayTailscaleFunnel } from "./gateway/tailscale-funnel.ts";
import { gatewayTailscaleServe } from "./gateway/tailscale-serve.ts";
import { gatewayTokenPlaceholder } from "./gateway/token-placeholder.ts";
import { gatewayTokenTooShort } from "./gateway/token-too-short.ts";
import { gatewayTrustedProxiesMissing } from "./gateway/trusted-proxies-missing.ts";
import { hooksPathRoot } from "./hooks/path-root.ts";
import { hooksTokenReuseBrowserToken } from "./hooks/token-reuse-browser-token.ts";
import { hooksTokenReuseGatewayToken } from "./hooks/token-reuse-gateway-token.ts";
import { hooksTokenTooShort } from "./hooks/token-too-short.ts";
import { loggingRedactOff } from "./logging/redact-off.ts";
import { modelsLegacy } from "./models/legacy.ts";
import { modelsSmallParams } from "./models/small-params.ts";
import { modelsWeakTier } from "./models/weak-tier.ts";
import { securityExposureOpenGroupsWithElevated } from "./security/exposure-open-groups-with-elevated.ts";
import { startupBindWithoutAuth } from "./startup/bind-without-auth.ts";
import { startupFunnelWithoutPassword } from "./startup/funnel-without-password.ts";
import { startupHooksPathRoot } from "./startup/hooks-path-root.ts";
import { startupHooksWithoutToken } from "./startup/hooks-without-token.ts";
import { startupModeNotLocal } from "./startup/mode-not-local.ts";
import { startupPasswordMissing } from "./startup/password-missing.ts";
import { startupTailscaleBind } from "./startup/tailscale-bind.ts";
import { startupTlsFilesMissing } from "./startup/tls-files-missing.ts";
import { startupTokenMissing } from "./startup/token-missing.ts";
import { toolsElevatedAllowFromLarge } from "./tools/elevated-allow-from-large.ts";
import { toolsElevatedAllowFromWildcard } from "./tools/elevated-allow-from-wildcard.ts";

/** Every rule, by code. A rule that is not listed here does not run; `test/meta/every-rule.test.ts` compares with the folder. */
export const registry: readonly Rule[] = [
  browserControlInvalidConfig,
  browserControlRemoteHttp,
  browserControlRemoteNoToken,
  browserControlTokenReuseGatewayToken,
  browserControlTokenTooShort,
  channelsDiscordCommandsNativeNoAllowlists,
  channelsDiscordCommandsNativeUnrestricted,
  channelsDmDisabled,
  channelsDmOpen,
  channelsDmOpenInvalid,
  channelsDmScopeMainMultiuser,
  channelsGroupOpen,
  channelsSlackCommandsSlashNoAllowlists,
  channelsSlackCommandsSlashUseAccessGroupsOff,
  channelsTelegramGroupsAllowFromMissing,
  channelsTelegramGroupsAllowFromWildcard,
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
  configSecretsBrowserControlTokenInConfig,
  configSecretsGatewayPasswordInConfig,
  configSecretsHooksTokenInConfig,
  configSlackHttpWithoutSecret,
  configTelegramCommand,
  configUnknownChannel,
  configUnknownPlugin,
  configUnsafeExecutable,
  configUnverifiedId,
  configVariableLookalike,
  gatewayBindNoAuth,
  gatewayControlUiInsecureAuth,
  gatewayLoopbackNoAuth,
  gatewayTailscaleFunnel,
  gatewayTailscaleServe,
  gatewayTokenPlaceholder,
  gatewayTokenTooShort,
  gatewayTrustedProxiesMissing,
  hooksPathRoot,
  hooksTokenReuseBrowserToken,
  hooksTokenReuseGatewayToken,
  hooksTokenTooShort,
  loggingRedactOff,
  modelsLegacy,
  modelsSmallParams,
  modelsWeakTier,
  securityExposureOpenGroupsWithElevated,
  startupBindWithoutAuth,
  startupFunnelWithoutPassword,
  startupHooksPathRoot,
  startupHooksWithoutToken,
  startupModeNotLocal,
  startupPasswordMissing,
  startupTailscaleBind,
  startupTlsFilesMissing,
  startupTokenMissing,
  toolsElevatedAllowFromLarge,
  toolsElevatedAllowFromWildcard,
];
