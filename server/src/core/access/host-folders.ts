/**
 * What a folder or file of the computer means to whoever may read or write it. Paths are judged as texts, in both styles of
 * separators; `..` is resolved, the home folder is known where it is called `~`, `${HOME}`, `/root`, `/home/…`, `/Users/…` or
 * `C:\Users\…`.
 */
export interface HostFolder {
  /** `control`: gives the whole computer to who can open it, even to read. `secrets`: logins and keys. */
  readonly kind: "everything" | "control" | "home" | "secrets" | "system";
  /** What it is, as a message says it. */
  readonly what: string;
}

/** Names that hold logins or keys wherever they stand in a path. */
const secretNames: ReadonlyMap<string, string> = new Map([
  [".ssh", "SSH keys"],
  [".aws", "AWS logins"],
  [".azure", "Azure logins"],
  [".kube", "Kubernetes logins"],
  [".gnupg", "PGP keys"],
  [".docker", "Docker logins"],
  ["gcloud", "Google Cloud logins"],
  [".netrc", "logins"],
  [".npmrc", "npm tokens"],
  [".pypirc", "PyPI tokens"],
  [".git-credentials", "Git logins"],
  [".password-store", "passwords"],
  ["keychains", "macOS keychains"],
  [".clawdbot", "the assistant's own tokens and settings"],
]);

/** Sockets through which whoever opens them starts containers with the whole disk in them. */
const controlSockets =
  /^(?:docker|podman|containerd|cri-dockerd|crio)\.sock$|^docker_engine$/;

/** Folders of the system: those that matter with all below, and those that matter as a whole. */
const systemFolders = [
  { path: "etc", below: false },
  { path: "etc/shadow", below: false },
  { path: "etc/sudoers", below: false },
  { path: "etc/sudoers.d", below: true },
  { path: "etc/ssh", below: true },
  { path: "etc/ssl/private", below: true },
  { path: "proc", below: true },
  { path: "sys", below: true },
  { path: "dev", below: false },
  { path: "dev/mem", below: false },
  { path: "boot", below: true },
  { path: "var", below: false },
  { path: "var/run", below: false },
  { path: "var/lib", below: false },
  { path: "var/lib/docker", below: true },
  { path: "run", below: false },
  { path: "private/etc", below: false },
  { path: "windows", below: true },
  { path: "library", below: false },
].map(({ path, below }) => ({ path, below, steps: path.split("/") }));

/** What names of folders of the system begin with, since most paths begin otherwise. */
const systemBeginnings = new Set(systemFolders.map(({ steps }) => steps[0]));

/** The segments of a path without `.` and `..`, in small letters. */
function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const step of path
    .trim()
    .toLowerCase()
    .split(/[\\/]+/)) {
    if (step === "" || step === ".") continue;
    if (step === "..") segments.pop();
    else segments.push(step);
  }
  return segments;
}

/** Whether the segments are a home folder, or the folder of all. */
function isHome(segments: readonly string[]): boolean {
  const [first, second] = segments;
  if (first === "~" || first === "${home}" || first === "root")
    return segments.length === 1;
  if (first === "home" || first === "users") return segments.length <= 2;
  return first === "var" && second === "root" && segments.length === 2;
}

/** Whether a path is one at all, and not the name of a volume or a path that counts from somewhere. */
export const isAbsolutePath = (path: string): boolean =>
  /^[\\/]|^[a-z]:[\\/]/i.test(path.trim());

/** What a path means; undefined for an ordinary one. */
export function hostFolder(path: string): HostFolder | undefined {
  const all = segmentsOf(path);
  const segments = /^[a-z]:$/.test(all[0] ?? "") ? all.slice(1) : all;
  const last = segments.at(-1);
  if (last !== undefined && controlSockets.test(last))
    return { kind: "control", what: "the socket that controls Docker" };
  const isRoot = segments.length === 0 && isAbsolutePath(path);
  if (isRoot) return { kind: "everything", what: "the whole disk" };
  const secret = segments.find((name) => secretNames.has(name));
  if (secret !== undefined)
    return { kind: "secrets", what: secretNames.get(secret) ?? secret };
  if (isHome(segments)) return { kind: "home", what: "a whole home folder" };
  if (!systemBeginnings.has(segments[0])) return undefined;
  const system = systemFolders.find(
    ({ steps, below }) =>
      (below || segments.length === steps.length) &&
      steps.every((step, index) => segments[index] === step),
  );
  return system && { kind: "system", what: `/${system.path} of this computer` };
}

/** Folders in which every user of the computer may put files. */
const sharedFolders =
  /^(?:tmp|var\/tmp|dev\/shm|private\/tmp|users\/public|windows\/temp)(?:\/|$)/;

/** Whether every user of the computer may put files where the path lies. */
export const isOpenToOthers = (path: string): boolean =>
  isAbsolutePath(path) &&
  sharedFolders.test(
    segmentsOf(path)
      .filter((step, index) => index > 0 || !/^[a-z]:$/.test(step))
      .join("/"),
  );

/** Whether a path lies in a folder that a cloud service copies to and from other machines (as security/audit-extra.js). */
export const isSynced = (path: string): boolean =>
  /icloud|dropbox|google ?drive|onedrive|mobile documents/i.test(path);
