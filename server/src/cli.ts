import { createRequire } from "node:module";
import { join } from "node:path";
import { run } from "./cli/run.ts";

/** The server is a bundle of its own beside this one, so that a check does not pay for loading it. */
const serve = (): void => {
  createRequire(__filename)(join(__dirname, "server.js"));
};

void run(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  environment: process.env,
  folder: process.cwd(),
  isTerminal: process.stdout.isTTY,
  serve,
}).then((code) => {
  // A server goes on until its client says exit.
  if (code !== 0) process.exitCode = code;
});
