import { run } from "./cli/run.ts";

void run(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  environment: process.env,
  folder: process.cwd(),
  isTerminal: process.stdout.isTTY,
}).then((code) => {
  process.exitCode = code;
});
