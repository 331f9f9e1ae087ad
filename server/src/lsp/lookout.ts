import type { Session } from "./session.ts";

/** The first answer about a config waits this long for what lies beside it, in milliseconds; then it goes out without. */
const firstWait = 300;

/**
 * Decides when the files beside configs are looked at: when a document is opened or saved, and when something changed on
 * disk. Never while a document is typed in, and no answer to typing waits for it.
 */
export class Lookout {
  readonly #session: Session;
  readonly #changed: (uri: string) => void;
  readonly #failed: (error: unknown) => void;
  readonly #first = new Map<string, Promise<void>>();
  /** Until the client's settings are known, nobody has said that files may be looked at. */
  #ready: Promise<void> = Promise.resolve();

  /** `changed` is called with a config whose problems are other ones after a look. */
  constructor(
    session: Session,
    changed: (uri: string) => void,
    failed: (error: unknown) => void,
  ) {
    this.#session = session;
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Holds every look back until `ready`. */
  waitFor(ready: Promise<void>): void {
    this.#ready = ready;
  }

  look(uri: string): void {
    const looking = this.#ready.then(() => this.#look(uri));
    if (this.#first.has(uri)) return;
    const late = this.#ready.then(
      () => new Promise<void>((resolve) => setTimeout(resolve, firstWait)),
    );
    this.#first.set(uri, Promise.race([looking, late]));
  }

  lookAtAll(): void {
    for (const uri of this.#session.openUris) this.look(uri);
  }

  close(uri: string): void {
    this.#first.delete(uri);
  }

  /** Resolves when the first look at a document is over, or has taken too long. */
  first(uri: string): Promise<void> {
    return this.#first.get(uri) ?? Promise.resolve();
  }

  async #look(uri: string): Promise<void> {
    try {
      if (await this.#session.look(uri)) this.#changed(uri);
    } catch (error) {
      this.#failed(error);
    }
  }
}
