// Whether there is a browser for the other stages, and which. Says what to do when there is none.
import { reportLine } from "../../scripts/test/report-line.ts";
import { findBrowser, launchBrowser } from "./host/launch-browser.ts";

try {
  console.log(await findBrowser());
  const browser = await launchBrowser();
  console.log(`Chromium ${browser.version()}`);
  await browser.close();
  console.log(reportLine({ passed: 1, failed: 0 }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(reportLine({ passed: 0, failed: 1 }));
  process.exitCode = 1;
}
