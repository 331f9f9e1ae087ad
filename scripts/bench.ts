// npm run bench [-- SECTION ...]: our engine and its peers in one run. Only ratios within one run mean anything.
import { analysisSection } from "./bench/analysis-section.ts";
import { completionSection } from "./bench/completion-section.ts";
import { hoverSection } from "./bench/hover-section.ts";
import { json5Section } from "./bench/json5-section.ts";
import { symbolsSection } from "./bench/symbols-section.ts";

const sections: Readonly<Record<string, () => Promise<void>>> = {
  json5: json5Section,
  analysis: analysisSection,
  hover: hoverSection,
  completion: completionSection,
  symbols: symbolsSection,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(
    `no such section: ${unknown.join(", ")} (there are: ${Object.keys(sections).join(", ")})`,
  );
  process.exitCode = 2;
} else {
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}. Where noise is above 1.20, measure again.`,
  );
  for (const name of asked.length > 0 ? asked : Object.keys(sections)) {
    console.log(`\n## ${name}\n`);
    await sections[name]?.();
  }
}
