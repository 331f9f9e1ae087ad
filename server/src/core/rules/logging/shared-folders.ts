/** Folders that other people, or other machines, look into. */

/** Where every user of the machine may look, and where what lies around is cleared away. */
const temporary =
  /^(?:\/private)?\/(?:tmp|var\/tmp|dev\/shm)(?:\/|$)|^[a-z]:[\\/](?:windows[\\/])?temp(?:[\\/]|$)/i;

/** What web servers hand out. */
const served =
  /^\/(?:var\/www|srv\/(?:www|http|ftp))(?:\/|$)|[\\/]public_html(?:[\\/]|$)/i;

/** Folders that are copied to somebody's servers; the audit looks for the same names (security/audit-extra.js). */
const synced =
  /icloud|mobile documents|dropbox|google ?drive|onedrive|nextcloud[\\/]|syncthing/i;

/** Why a file at that place is not for its owner alone; undefined for any other. */
export function whyShared(path: string): string | undefined {
  const trimmed = path.trim();
  if (temporary.test(trimmed))
    return "every user of the machine may look into that folder";
  if (served.test(trimmed)) return "a web server may hand that folder out";
  return synced.test(trimmed)
    ? "that folder is copied to other machines"
    : undefined;
}
