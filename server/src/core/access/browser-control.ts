import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { VariableState } from "../config/environment.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { ownVariables } from "../dialects/clawdbot/files.ts";
import { parseHttpAddress, type HttpAddress } from "../text/http-address.ts";
import { ownVariablePatterns, ownVariableState } from "./own-variables.ts";

/** The token of browser control, and the variable that gives it if not the file. */
export interface BrowserControlToken {
  readonly lookup: Lookup;
  readonly variable: string | undefined;
}

export const browserTokenPatterns = [
  "browser.controlToken",
  ...ownVariablePatterns,
] as const satisfies readonly WatchPattern[];

export const browserControlPatterns = [
  "browser.enabled",
  "browser.controlUrl",
  "browser.cdpUrl",
  ...browserTokenPatterns,
] as const satisfies readonly WatchPattern[];

const isBlank = (lookup: Lookup): boolean =>
  lookup.state === "set" &&
  typeof lookup.value === "string" &&
  lookup.value.trim() === "";

const isGiven = (lookup: Lookup): boolean =>
  lookup.state !== "absent" && !isBlank(lookup);

/** The token as webhooks compare it: the file's, else the variable's (security/audit-extra.js). */
export function browserControlToken(config: ConfigView): BrowserControlToken {
  const lookup = config.at("browser.controlToken");
  return {
    lookup,
    variable: isGiven(lookup) ? undefined : ownVariables.browserControlToken,
  };
}

/** A URL that the program cannot use, with what is wrong with it. */
export interface UnusableUrl {
  readonly lookup: Lookup;
  readonly why: "invalid" | "not-http" | "port-too-high";
}

/** Browser control as the program sets it up (browser/config.js, resolveBrowserConfig). */
export interface BrowserControl {
  /** On unless `browser.enabled` is `false`. */
  readonly enabled: boolean;
  readonly url: Lookup;
  /** Undefined when a variable decides, or the URL cannot be used. */
  readonly address: HttpAddress | undefined;
  readonly unusable: UnusableUrl | undefined;
  readonly token: Lookup;
  /** Whether the variable, which wins over the file, has a token. */
  readonly variable: VariableState;
  readonly hasToken: boolean;
}

const usual: HttpAddress = { secure: false, host: "127.0.0.1", port: 18791 };

function addressOf(
  lookup: Lookup,
): HttpAddress | "not-http" | "invalid" | undefined {
  if (lookup.state === "absent") return usual;
  if (lookup.state !== "set" || typeof lookup.value !== "string")
    return undefined;
  return parseHttpAddress(lookup.value);
}

export function browserControl(config: ConfigView): BrowserControl {
  const url = config.at("browser.controlUrl");
  const cdpUrl = config.at("browser.cdpUrl");
  const token = config.at("browser.controlToken");
  const enabled = config.at("browser.enabled");
  const parsed = addressOf(url);
  const variable = ownVariableState(config, ownVariables.browserControlToken);
  const unusable = ((): UnusableUrl | undefined => {
    if (parsed === "invalid" || parsed === "not-http")
      return { lookup: url, why: parsed };
    if (isGiven(cdpUrl)) {
      const cdp = addressOf(cdpUrl);
      return cdp === "invalid" || cdp === "not-http"
        ? { lookup: cdpUrl, why: cdp }
        : undefined;
    }
    // The port after it is taken for the browser itself.
    return parsed?.port === 65535
      ? { lookup: url, why: "port-too-high" }
      : undefined;
  })();
  return {
    enabled: !(enabled.state === "set" && enabled.value === false),
    url,
    address:
      unusable !== undefined || typeof parsed === "string" ? undefined : parsed,
    unusable,
    token,
    variable,
    hasToken: isGiven(token) || variable === "set",
  };
}

/** Names and addresses that the audit knows for this computer (security/audit.js). */
const loopbackHosts = new Set(["localhost", "127.0.0.1", "::1"]);

/** Whether the audit takes a host for another machine; it never matches the brackets that IPv6 hosts have in URLs. */
export const isRemoteForAudit = ({ host }: HttpAddress): boolean =>
  !loopbackHosts.has(host);

export { isRemote } from "./whereabouts.ts";
