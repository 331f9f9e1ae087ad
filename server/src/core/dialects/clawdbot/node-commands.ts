/**
 * Commands of paired devices (gateway/node-command-policy.js). What a platform offers by itself is allowed unless
 * `gateway.nodes.denyCommands` names it; `allowCommands` adds to that.
 */

/** Every command the release knows. */
export const nodeCommands = [
  "canvas.present",
  "canvas.hide",
  "canvas.navigate",
  "canvas.eval",
  "canvas.snapshot",
  "canvas.a2ui.push",
  "canvas.a2ui.pushJSONL",
  "canvas.a2ui.reset",
  "camera.list",
  "camera.snap",
  "camera.clip",
  "screen.record",
  "location.get",
  "sms.send",
  "system.run",
  "system.which",
  "system.notify",
  "system.execApprovals.get",
  "system.execApprovals.set",
  "browser.proxy",
] as const;

/** Those that do harm in the wrong hands, with what they do. */
export const dangerousNodeCommands: ReadonlyMap<string, string> = new Map([
  ["system.run", "runs commands on the device"],
  [
    "system.execApprovals.set",
    "changes which commands the device runs unasked",
  ],
  ["browser.proxy", "drives the browser of the device"],
  ["camera.snap", "takes pictures with the camera"],
  ["camera.clip", "films with the camera and listens"],
  ["screen.record", "records the screen"],
  ["location.get", "tells where the device is"],
  ["sms.send", "sends text messages in your name"],
  ["canvas.eval", "runs scripts in the web view of the device"],
]);
