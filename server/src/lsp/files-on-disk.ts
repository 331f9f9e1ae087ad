import type { SourceFile } from "../core/config/includes.ts";
import { toSource, type FileText, type Host } from "../platform/host.ts";
import type { Trust } from "./trust.ts";

/** What was read of files that no editor has open: each once until it changes, and none that the workspace's trust forbids. */
export class FilesOnDisk {
  readonly #host: Host;
  #trust: Trust;
  readonly #onRead: () => void;
  readonly #known = new Map<string, SourceFile>();
  readonly #reading = new Map<string, Promise<void>>();

  /** `onRead` is told when there is more to know. */
  constructor(host: Host, trust: Trust, onRead: () => void) {
    this.#host = host;
    this.#trust = trust;
    this.#onRead = onRead;
  }

  /** Says whose files may be read, before the first one is. */
  restrict(trust: Trust): void {
    this.#trust = trust;
  }

  /** The files that have been read. */
  get known(): ReadonlyMap<string, SourceFile> {
    return this.#known;
  }

  /** The file may differ from what was read of it. */
  forget(file: string): void {
    this.#known.delete(file);
  }

  forgetAll(): void {
    this.#known.clear();
  }

  /** Makes a file known; whoever asks while it is being read waits for the same answer. */
  read(file: string): Promise<void> {
    const running = this.#reading.get(file);
    if (running !== undefined) return running;
    const reading = this.textOf(file).then((text) => {
      this.#known.set(file, toSource(text));
      this.#reading.delete(file);
      this.#onRead();
    });
    this.#reading.set(file, reading);
    return reading;
  }

  /** A file's text as it stands now, if it may be read. */
  async textOf(file: string): Promise<FileText> {
    const refusal = await this.#trust.refusal(file, (name) =>
      this.#host.realName(name),
    );
    return refusal ?? this.#host.read(file);
  }
}
