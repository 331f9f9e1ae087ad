import assert from "node:assert/strict";

import {
  reportLine,
  reportedCounts,
  withoutReportLines,
} from "../../scripts/test/report-line.ts";

describe("the counts that a stage reports", () => {
  it("are read back from among what else it printed", () => {
    const output = `before\n${reportLine({ passed: 12, failed: 3 })}\nafter\n`;
    assert.deepEqual(reportedCounts(output), { passed: 12, failed: 3 });
    assert.equal(withoutReportLines(output), "before\n\nafter");
  });
  it("are summed when a stage has several parts", () => {
    const output = `${reportLine({ passed: 2, failed: 0 })}\n${reportLine({ passed: 3, failed: 1 })}\n`;
    assert.deepEqual(reportedCounts(output), { passed: 5, failed: 1 });
  });
  it("are unknown when there is no such line", () => {
    assert.equal(
      reportedCounts("said in passing: @@tests passed=1 failed=0"),
      undefined,
    );
  });
});
