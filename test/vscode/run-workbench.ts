// Serves VS Code with the extension on examples/ to the browser of whoever is at this machine, until Ctrl-C.
import { resolve } from "node:path";

import { Cleanup } from "./host/cleanup.ts";
import { startHost } from "./host/start-host.ts";

const cleanup = new Cleanup();
const host = await startHost("latest", cleanup, {
  settings: { "workbench.colorTheme": "Default Dark Modern" },
});
const file = host.remote(resolve("examples/exposed.clawdbot.json"));
const url = host.url(resolve("examples"), [
  ["extensionDevelopmentPath", host.remote(resolve("."))],
  ["openFile", file],
]);
console.log(
  `\nThere is no desktop VS Code (no command "code"). Open this address, Ctrl-C ends it:\n\n  ${url}\n`,
);
await host.ended;
console.log("VS Code has ended.");
process.exitCode = 1;
