import {
  gatewayReach,
  gatewayReachPatterns,
  reachText,
} from "../../access/gateway-reach.ts";
import { shown, textOf } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { isCanvasOff, wideRoot, type WideRoot } from "./canvas-root.ts";

const holds: Readonly<Record<WideRoot, string>> = {
  everything: "the whole disk, or every home folder",
  home: "a home folder, with the keys and secrets in it",
  hidden: "a hidden folder of a home, where keys and settings lie",
  state: "Clawdbot's own folder, with its secrets and conversations",
  system: "a folder of the system",
  workspace: "the agent's workspace, with its notes and memory",
};

export const gatewayCanvasRootWide = defineRule({
  code: "gateway.canvas_root_wide",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...gatewayReachPatterns,
    ...gatewayModePatterns,
    "canvasHost.enabled",
    "canvasHost.root",
    "agents.defaults.workspace",
    "agents.list[].workspace",
  ],
  fixable: "always",
  docs: {
    summary: "The canvas serves a folder that is no canvas",
    why: "Every file below `canvasHost.root` can be fetched from the gateway's port without a login, hidden ones included: with a home folder that is `.clawdbot/clawdbot.json` with its tokens, and `.ssh`. The gateway also writes an `index.html` into the folder if there is none.",
    remedy:
      "Give the canvas a folder of its own, such as the default `~/clawd/canvas`.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, canvasHost: { root: "~" } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, canvasHost: { root: "~/clawd/canvas" } }`,
    since: "next",
    calm: "It knows home folders, what lies above them, folders of the system, Clawdbot's own folder and the workspaces of this file. Any other folder is taken for a canvas. Where only this computer reaches the port it is a warning.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the canvas.",
    },
  },
  *check(config) {
    const root = config.at("canvasHost.root");
    if (root.state !== "set" || typeof root.value !== "string") return;
    if (isCanvasOff(config.at("canvasHost.enabled")) || isClientFile(config))
      return;
    const workspaces = (): readonly string[] =>
      [
        config.at("agents.defaults.workspace"),
        ...config
          .items(["agents", "list"])
          .map(({ key }) => config.at(["agents", "list", key, "workspace"])),
      ].flatMap((lookup) =>
        lookup.state === "set" && typeof lookup.value === "string"
          ? [lookup.value]
          : [],
      );
    const kind = wideRoot(root.value, workspaces);
    if (kind === undefined) return;
    const { who } = gatewayReach(config);
    const text = textOf(root);
    yield {
      at: root,
      ...(who === "computer"
        ? { severity: { recommended: "warning", strict: "error" } as const }
        : {}),
      message: `canvasHost.root ${text === undefined ? "" : `${shown(text)} `}is ${holds[kind]}, and ${reachText[who]} can fetch its files without a login`,
      fixes: [
        {
          title: "Serve the default canvas folder",
          safety: "review",
          preferred: true,
          asks: "Pages that lie in the present folder will no longer be served.",
          changes: [{ op: "remove", path: ["canvasHost", "root"] }],
        },
        {
          title: "Switch the canvas off",
          safety: "review",
          asks: "Phones and tablets will no longer show the assistant's canvas.",
          changes: [
            { op: "set", path: ["canvasHost", "enabled"], value: false },
          ],
        },
      ],
    };
  },
});
