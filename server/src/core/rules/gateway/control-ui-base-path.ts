import { is, type ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { shown, textOf } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

interface Fault {
  readonly message: string;
  readonly meant: string | undefined;
}

/** The path under which webhooks answer (gateway/hooks.js), if they are on and it is in the file. */
function hooksPath(config: ConfigView): string | undefined {
  if (!is(config.at("hooks.enabled"), true)) return undefined;
  const path = config.at("hooks.path");
  if (path.state === "absent") return "/hooks";
  if (path.state !== "set" || typeof path.value !== "string") return undefined;
  return `/${path.value.trim() || "hooks"}`
    .replace(/^\/\//, "/")
    .replace(/\/+$/, "");
}

/** A path without what addresses do not have: doubled slashes, dots that climb, a query. */
function cleaned(path: string): string | undefined {
  const parts = path
    .replace(/[?#].*$/s, "")
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  return parts.length === 0 ||
    !parts.every((part) => /^[\w.~-]+$/.test(part) && part !== "..")
    ? undefined
    : `/${parts.join("/")}`;
}

/**
 * Why the Control UI is not found at its base path: the gateway compares the path of an address, as a browser sends it, with the
 * setting (gateway/control-ui.js). It adds a slash before it and takes one away at the end (gateway/control-ui-shared.js).
 */
function faultOf(text: string, hooks: string | undefined): Fault | undefined {
  const [, afterHost] = /^[a-z][a-z0-9+.-]*:\/\/[^/]*(.*)$/is.exec(text) ?? [];
  if (afterHost !== undefined)
    return {
      message: "is a whole address; a path is wanted",
      meant: cleaned(afterHost),
    };
  const path = `/${text}`.replace(/^\/\//, "/").replace(/(?<=.)\/$/, "");
  if (path === "/")
    return text.startsWith("//")
      ? { message: "sends browsers in circles", meant: undefined }
      : undefined;
  if (/[?#]/.test(path))
    return {
      message:
        "has a query or a fragment in it, which paths have not, so the Control UI is never found",
      meant: cleaned(path),
    };
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(path))
    return {
      message:
        "has dots in it that browsers resolve before they ask, so the Control UI is never found",
      meant: cleaned(path),
    };
  if (path.includes("//") || path.endsWith("/"))
    return {
      message:
        "has doubled slashes in it, so the Control UI is found only at an address that has them too",
      meant: cleaned(path),
    };
  if (/[\s"<>`{}\\]|[^ -~]/.test(path))
    return {
      message:
        "has characters in it that browsers write in another way, so the Control UI is never found",
      meant: undefined,
    };
  return hooks !== undefined && (path === hooks || path.startsWith(`${hooks}/`))
    ? {
        message: `lies where webhooks answer (${hooks}), and they come first, so the Control UI is never found`,
        meant: undefined,
      }
    : undefined;
}

export const gatewayControlUiBasePath = defineRule({
  code: "gateway.control_ui.base_path",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "gateway.controlUi.basePath",
    "gateway.controlUi.enabled",
    "hooks.enabled",
    "hooks.path",
    ...gatewayModePatterns,
  ],
  fixable: "always",
  docs: {
    summary: "The Control UI is not found at its base path",
    why: "Clawdbot accepts any text as `gateway.controlUi.basePath` and compares it with the path that a browser asks for. A text that no browser asks for leaves the Control UI without an address.",
    remedy: "Write a plain path, such as `/clawdbot`.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, trustedProxies: ["127.0.0.1"], controlUi: { basePath: "https://bot.example.net/clawdbot" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, trustedProxies: ["127.0.0.1"], controlUi: { basePath: "/clawdbot" } } }`,
    since: "next",
    calm: "A missing slash before the path, or one after it, is no fault: the gateway mends both. A text with a variable in it is left alone.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the path.",
    },
  },
  *check(config) {
    const basePath = config.at("gateway.controlUi.basePath");
    if (basePath.state !== "set" || typeof basePath.value !== "string") return;
    if (
      is(config.at("gateway.controlUi.enabled"), false) ||
      isClientFile(config)
    )
      return;
    const trimmed = basePath.value.trim();
    if (trimmed === "") return;
    const fault = faultOf(trimmed, hooksPath(config));
    if (fault === undefined) return;
    const path = ["gateway", "controlUi", "basePath"];
    const asks = "The Control UI will have this address from then on.";
    const atRoot: Fix = {
      title: "Serve it at the root",
      safety: "review",
      asks,
      changes: [{ op: "remove", path }],
    };
    const right = (meant: string): Fix => ({
      title: `Write ${meant}`,
      safety: "review",
      preferred: true,
      asks,
      changes: [{ op: "set", path, value: meant }],
    });
    const text = textOf(basePath);
    yield {
      at: basePath,
      message: `gateway.controlUi.basePath ${text === undefined ? "" : `${shown(text)} `}${fault.message}`,
      fixes:
        fault.meant === undefined ? [atRoot] : [right(fault.meant), atRoot],
    };
  },
});
