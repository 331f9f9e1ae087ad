import { hostFolder, isAbsolutePath } from "../../access/host-folders.ts";
import { sandboxPatterns } from "../../access/sandboxes.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule, type SeverityByProfile } from "../rule.ts";
import { bindPatterns, bindsInForce, type Bind } from "./binds.ts";
import { named, notAudited } from "./named.ts";

interface Verdict {
  readonly says: string;
  readonly severity: SeverityByProfile;
  /** Whether reading alone would do no harm. */
  readonly isTamedByReadOnly: boolean;
}

/** What a mount lays open. */
function verdictOn({ source, isReadOnly }: Bind): Verdict | undefined {
  const folder = hostFolder(source);
  if (folder === undefined)
    return isReadOnly || !isAbsolutePath(source)
      ? undefined
      : {
          says: `may change ${JSON.stringify(source)} on this computer`,
          severity: { recommended: "info", strict: "warning" },
          isTamedByReadOnly: true,
        };
  const verb = isReadOnly && folder.kind !== "control" ? "read" : "use";
  const isMild = folder.kind === "system" && isReadOnly;
  return {
    says: `may ${verb} ${folder.what}`,
    severity: isMild
      ? { recommended: "warning", strict: "error" }
      : { recommended: "error", strict: "error" },
    isTamedByReadOnly: false,
  };
}

const readOnly = ({ lookup, text, options }: Bind): Fix => ({
  title: "Mount it read-only",
  safety: "review",
  preferred: true,
  changes: [
    {
      op: "set",
      path: lookup.path,
      value:
        options.length === 0
          ? `${text.replace(/:$/, "")}:ro`
          : `${text.slice(0, text.lastIndexOf(":") + 1)}${[...options.filter((option) => option !== "rw"), "ro"].join(",")}`,
    },
  ],
});

const unmount = ({ lookup }: Bind, preferred: boolean): Fix => ({
  title: "Take the mount away",
  safety: "review",
  preferred,
  asks: "Commands in the sandbox will no longer find the folder.",
  changes: [{ op: "remove", path: lookup.path }],
});

export const sandboxDockerBinds = defineRule({
  code: "sandbox.docker_binds",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...sandboxPatterns, ...bindPatterns],
  fixable: "always",
  docs: {
    summary: "A sandbox gets folders of the computer that undo it",
    why: "A mount is a hole in the sandbox. The Docker socket starts containers with your whole disk in them, even when it is mounted read-only; a home folder holds keys and logins; system folders hold accounts and devices.",
    remedy:
      "Mount only the folders that the work needs, and those it only reads with `:ro` at the end.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { binds: ["/var/run/docker.sock:/var/run/docker.sock:ro"] } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { binds: ["/srv/books:/books:ro"] } } } },
}`,
    since: "next",
    calm: "It knows sockets, home folders, folders of logins and of the system by name. Any other folder is an info, and only when the sandbox may write to it; named volumes are none.",
    upstream: notAudited,
  },
  *check(config) {
    for (const bind of bindsInForce(config)) {
      const verdict = verdictOn(bind);
      if (verdict === undefined) continue;
      yield {
        at: bind.lookup,
        message: `The sandbox${named(bind.agents)} ${verdict.says}`,
        severity: verdict.severity,
        fixes:
          verdict.isTamedByReadOnly && !bind.text.includes("${")
            ? [readOnly(bind), unmount(bind, false)]
            : [unmount(bind, true)],
      };
    }
  },
});
