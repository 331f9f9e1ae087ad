import type { Fix } from "../../config/fix.ts";

const networkAsks =
  "Devices that reach the gateway over the network will no longer do so.";

/** Closes the port to everybody but this computer. */
export const bindToLoopback: Fix = {
  title: "Bind to loopback",
  safety: "review",
  asks: networkAsks,
  changes: [{ op: "set", path: ["gateway", "bind"], value: "loopback" }],
};

/** Closes the port, and lets the owner's devices in through Tailscale, which encrypts and knows who they are. */
export const serveThroughTailscale: Fix = {
  title: "Bind to loopback and serve through Tailscale",
  safety: "review",
  asks: `${networkAsks} Tailscale has to be installed and signed in on this computer.`,
  changes: [
    { op: "set", path: ["gateway", "bind"], value: "loopback" },
    { op: "set", path: ["gateway", "tailscale", "mode"], value: "serve" },
  ],
};

/** Leaves the port to the devices of the tailnet. */
export const bindToTailnet: Fix = {
  title: "Bind to the tailnet's address",
  safety: "review",
  asks: "Only devices of your tailnet will reach the gateway; this computer itself has to use its tailnet address too.",
  changes: [{ op: "set", path: ["gateway", "bind"], value: "tailnet" }],
};
