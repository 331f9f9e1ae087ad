import type { ConfigView, Lookup } from "../../config/config-view.ts";
import { parseHttpAddress, type HttpAddress } from "../../text/http-address.ts";

/** The address of a gateway elsewhere, as far as the file has its text. */
export interface RemoteUrl {
  readonly lookup: Lookup;
  readonly text: string;
  /** In small letters; undefined when there is none, as in "host:18789". */
  readonly scheme: string | undefined;
  /** Undefined where no connection can be opened to it. */
  readonly address: HttpAddress | undefined;
}

/** What the client opens connections with; HTTP addresses count as their WebSocket ones (the release's own "ws"). */
const schemes: Readonly<Record<string, "http" | "https">> = {
  ws: "http",
  wss: "https",
  http: "http",
  https: "https",
};

/** `gateway.remote.url`; undefined when it is not written, blank, or a variable decides. */
export function remoteUrl(config: ConfigView): RemoteUrl | undefined {
  const lookup = config.at("gateway.remote.url");
  if (lookup.state !== "set" || typeof lookup.value !== "string")
    return undefined;
  const text = lookup.value.trim();
  if (text === "") return undefined;
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  const plain = scheme?.toLowerCase();
  const asHttp = plain === undefined ? undefined : schemes[plain];
  const parsed =
    scheme === undefined || asHttp === undefined
      ? "invalid"
      : parseHttpAddress(asHttp + text.slice(scheme.length));
  return {
    lookup,
    text,
    scheme: plain,
    address: typeof parsed === "string" ? undefined : parsed,
  };
}
