import { octal, type PermissionChange } from "../config/machine.ts";

/** A path as a shell takes it, whatever is in it. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

/** The command that does what a repair of permissions does. */
export const chmodCommand = ({ path, permissions }: PermissionChange): string =>
  `chmod ${octal(permissions)} ${quoted(path)}`;
