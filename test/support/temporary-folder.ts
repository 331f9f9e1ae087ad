import {
  chmod,
  mkdir,
  mkdtemp,
  realpath,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder that is there while a test runs. Modes are set whatever the umask of the process is. */
export class TemporaryFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<TemporaryFolder> {
    // On macOS the folder for such things lies behind a symbolic link.
    const parent = await realpath(tmpdir());
    return new TemporaryFolder(await mkdtemp(join(parent, "clawdbot-test-")));
  }

  /** The path of something in the folder. */
  at(name: string): string {
    return join(this.path, name);
  }

  async folder(name: string, mode = 0o700): Promise<string> {
    await mkdir(this.at(name), { recursive: true });
    await chmod(this.at(name), mode);
    return this.at(name);
  }

  /** Writes a file; folders above it that are missing get mode 700. */
  async file(name: string, text = "", mode = 0o600): Promise<string> {
    await mkdir(dirname(this.at(name)), { recursive: true, mode: 0o700 });
    await writeFile(this.at(name), text);
    await chmod(this.at(name), mode);
    return this.at(name);
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}
