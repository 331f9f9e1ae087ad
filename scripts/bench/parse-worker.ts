// A process that measures one parser on one text: parse-worker.mjs PARSER LINES FORM. Answers the parent's messages.
import { benchText, forms } from "./documents.ts";
import { parsers } from "./parsers.ts";
import type { MeasuredParser } from "./parsers.ts";

/** What the parent asks: a sample, or the memory that a tree keeps. */
export type WorkerQuestion = "sample" | "memory";

const [name, lines, form] = process.argv.slice(2);
const parser = Object.entries(parsers).find(([each]) => each === name)?.[1];
const writtenAs = forms.find((each) => each === form);
if (parser === undefined || writtenAs === undefined)
  throw new Error(`no parser ${name} or no form ${form}`);
const text = benchText(Number(lines), writtenAs);

/** A sample of less would measure the clock. */
const leastMilliseconds = 4;
let repeats = 1;
let checksum = 0;

function sample(parser: MeasuredParser): number {
  for (;;) {
    const start = performance.now();
    for (let turn = 0; turn < repeats; turn++) checksum += parser.run(text);
    const time = performance.now() - start;
    if (time >= leastMilliseconds || repeats >= 4096) return time / repeats;
    repeats *= 2;
  }
}

/** How many bytes a tree keeps: what the heap loses when many, or one big one, go. */
function memory(parser: MeasuredParser): number {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("started without --expose-gc");
  const copies = Math.ceil(2_000_000 / text.length);
  parser.forget();
  parser.hold(text, copies);
  gc();
  const held = process.memoryUsage().heapUsed;
  parser.forget();
  gc();
  return (held - process.memoryUsage().heapUsed) / copies;
}

process.on("message", (question: WorkerQuestion) => {
  process.send?.(question === "sample" ? sample(parser) : memory(parser));
});
process.on("disconnect", () => process.exit(Number.isNaN(checksum) ? 1 : 0));
