import { is, type Lookup } from "../../config/config-view.ts";

/** Whether no canvas is served, or a variable decides. */
export const isCanvasOff = (enabled: Lookup): boolean =>
  enabled.state === "env" || is(enabled, false);

/** What a folder holds besides a canvas. */
export type WideRoot =
  "everything" | "home" | "hidden" | "state" | "system" | "workspace";

/** A path in one spelling: slashes forward, none at the end, nothing to climb; a drive's letter in capitals. */
function plainPath(text: string): string {
  const parts: string[] = [];
  const path = text.trim().replaceAll("\\", "/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  const start = path.startsWith("/") ? "/" : "";
  return (
    start + parts.join("/").replace(/^[a-z]:/, (drive) => drive.toUpperCase())
  );
}

/** A home folder, by the custom of the three systems. */
const home = /^(?:~|\/root|\/(?:home|Users)\/[^/]+|[A-Z]:\/Users\/[^/]+)$/;
/** What lies above home folders. */
const aboveHomes = /^(?:\/|\/home|\/Users|[A-Z]:|[A-Z]:\/Users)$/;
/** Folders of the system, and those with nothing but settings and devices in them at any depth. */
const system =
  /^\/(?:var|usr|opt|lib|mnt|media|srv|run|tmp)$|^\/(?:etc|proc|sys|dev|boot)(?:\/|$)/;
const homeStart =
  /^(?:~|\/root|\/(?:home|Users)\/[^/]+|[A-Z]:\/Users\/[^/]+)\//;

/** What a canvas root gives away besides a canvas; undefined for a folder that may be one. */
export function wideRoot(
  text: string,
  workspaces: () => readonly string[],
): WideRoot | undefined {
  const path = plainPath(text);
  if (text.trim() === "") return undefined;
  if (aboveHomes.test(path)) return "everything";
  if (home.test(path)) return "home";
  if (system.test(path)) return "system";
  const inHome = path.replace(homeStart, "~/");
  // The state folder and those of other profiles, with everything in them (config/paths.js, cli/profile.js).
  if (
    /^~\/\.(?:clawdbot|moltbot)(?:-[^/]+)?(?:\/|$)/.test(inHome) &&
    !/\/canvas(?:\/|$)/.test(inHome)
  )
    return "state";
  // Other hidden folders of a home hold keys and settings: .ssh, .aws, .config.
  if (/^~\/\.[^/]+(?:\/|$)/.test(inHome) && !/\/canvas(?:\/|$)/.test(inHome))
    return "hidden";
  return ["~/clawd", ...workspaces()].some((workspace) => {
    const folder = plainPath(workspace).replace(homeStart, "~/");
    return folder === inHome || folder.startsWith(`${inHome}/`);
  })
    ? "workspace"
    : undefined;
}
