import {
  browserControl,
  isRemote,
  isRemoteForAudit,
  type BrowserControl,
} from "../../access/browser-control.ts";
import type { HttpAddress } from "../../text/http-address.ts";
import type { ConfigView } from "../../config/config-view.ts";

export interface RemoteControl extends BrowserControl {
  readonly address: HttpAddress;
  /** Shown as the audit's alone: an address of this computer that it takes for another's. */
  readonly onlyUpstream: boolean;
}

/** Browser control at an address of another machine, if it is on. */
export function remoteControl(config: ConfigView): RemoteControl | undefined {
  const control = browserControl(config);
  const { address } = control;
  if (!control.enabled || address === undefined || !isRemoteForAudit(address))
    return undefined;
  return { ...control, address, onlyUpstream: !isRemote(address) };
}
