import { gatewayNodesAllowCommands } from "../../../server/src/core/rules/gateway/nodes-allow-commands.ts";
import { check } from "../../support/check-rule.ts";

const code = "gateway.nodes_allow_commands";

describe(code, () => {
  it("points at commands that do harm", () =>
    check(
      gatewayNodesAllowCommands,
      `{ gateway: { nodes: { allowCommands: [
  "system.run",
//^^^^^^^^^^^^ ${code}
  " sms.send ",
//^^^^^^^^^^^^ ${code}
  "camera.list",
  "System.Run",
  "my.command",
  "\${COMMAND}",
] } } }`,
    ));
});
