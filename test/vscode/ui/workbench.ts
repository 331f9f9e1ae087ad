import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";

/** VS Code's window, by what a person sees and presses. */
export class Workbench {
  readonly #page: Page;
  /** The editor in front. */
  readonly editor: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.editor = page.locator(".editor-instance .monaco-editor").first();
  }

  /** Waits until the workbench shows a file of the folder. */
  async ready(file: string): Promise<void> {
    await this.#page.locator(".monaco-workbench").waitFor();
    await this.#page
      .locator(".explorer-viewlet .monaco-list-row", { hasText: file })
      .first()
      .waitFor();
  }

  /** Opens a file by its name and waits until it shows this text. */
  async open(file: string, text: string): Promise<void> {
    await this.openFile(file);
    await this.line(text).waitFor();
  }

  /** Opens a file by its name, empty or not. */
  async openFile(file: string): Promise<void> {
    await this.#page.keyboard.press("Control+P");
    await this.#page
      .locator(".quick-input-widget .quick-input-box input")
      .fill(file);
    await this.#page
      .locator(".quick-input-list .monaco-list-row", { hasText: file })
      .first()
      .waitFor();
    await this.#page.keyboard.press("Enter");
    await this.#page
      .locator(".tab.active", { hasText: file })
      .first()
      .waitFor();
  }

  /** The line of the editor that holds this text. A space in the editor is a no-break space. */
  line(text: string): Locator {
    return this.editor
      .locator(".view-line", { hasText: text.replaceAll(" ", "\u00a0") })
      .first();
  }

  /** Puts the cursor on a word. */
  async clickOn(word: string): Promise<void> {
    await this.#word(word).click();
  }

  /** Selects a word on the line of another. */
  async doubleClickOn(word: string, beside: string): Promise<void> {
    await this.line(beside)
      .locator("span span", { hasText: word })
      .first()
      .dblclick();
  }

  /** Asks what could stand at the cursor and chooses an entry, without typing. */
  async complete(label: string): Promise<void> {
    const list = this.#page.locator(".suggest-widget.visible");
    await this.#page.keyboard.press("Control+Space");
    await list.locator(".monaco-list-row").first().waitFor();
    const focused = list.locator(".monaco-list-row.focused");
    for (let presses = 0; ; presses++) {
      const name = await focused
        .locator(".label-name")
        .first()
        .innerText({ timeout: 1_000 })
        .catch(() => "");
      if (name === label) break;
      assert.ok(presses < 60, `no way to ${label} among the completions`);
      await this.#page.keyboard.press("ArrowDown");
    }
    await this.#page.keyboard.press("Enter");
    await list.waitFor({ state: "hidden" });
  }

  #word(word: string): Locator {
    return this.editor
      .locator(".view-line span span", { hasText: word })
      .first();
  }

  /** Waits until a word of the editor can be read, or until none of its letters is drawn. */
  async untilDrawn(word: string, how: "visible" | "hidden"): Promise<void> {
    await this.#word(word).waitFor();
    await this.#page.waitForFunction(
      ([text, isHidden]) => {
        const drawn = [
          ...document.querySelectorAll(".view-line span span"),
        ].filter((element) => element.textContent?.includes(text));
        // What the theme colours is opaque; a mask is drawn in no colour at all.
        const isClear = (element: Element): boolean =>
          getComputedStyle(element).color === "rgba(0, 0, 0, 0)";
        return (
          drawn.length > 0 &&
          drawn.every((element) => isClear(element) === isHidden)
        );
      },
      [word, how === "hidden"] as const,
    );
  }

  squiggle(severity: "error" | "warning" | "info"): Locator {
    return this.editor.locator(`.squiggly-${severity}`).first();
  }

  async showProblems(): Promise<void> {
    await this.#page.keyboard.press("Control+Shift+M");
    await this.#page.locator(".markers-panel").waitFor();
  }

  /** The row of the Problems panel with this text. */
  problem(text: string | RegExp): Locator {
    return this.#page
      .locator(".markers-panel .monaco-list-row", { hasText: text })
      .first();
  }

  /** Rests the mouse on a word and gives what is then said about it. */
  async hover(word: string, said: RegExp): Promise<string> {
    await this.#word(word).hover();
    // First the problem is shown, then the description joins it.
    const hover = this.#page
      .locator(".monaco-hover:not(.hidden)", { hasText: said })
      .first();
    await hover.waitFor();
    return hover.innerText();
  }

  async moveMouseAway(): Promise<void> {
    await this.#page.mouse.move(1, 799);
    await this.#page
      .locator(".monaco-hover:not(.hidden)")
      .first()
      .waitFor({ state: "hidden" });
  }

  /** Opens the menu of quick-fixes at the cursor and gives its entry with this text. */
  async quickFixes(text: string | RegExp): Promise<Locator> {
    const action = this.#page
      .locator(".action-widget .monaco-list-row", { hasText: text })
      .first();
    // A menu that is just closing swallows the key; a person presses it again.
    for (let left = 4; left > 0; left--) {
      await this.#page.keyboard.press("Control+.");
      const isThere = await action.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return action;
    }
    await action.waitFor();
    return action;
  }

  /** Chooses an entry of the open menu. By keyboard: in VS Code 1.96 something invisible lies over the menu. */
  async choose(text: string | RegExp): Promise<void> {
    const focused = this.#page.locator(
      ".action-widget .monaco-list-row.focused",
      { hasText: text },
    );
    for (let presses = 0; (await focused.count()) === 0; presses++) {
      assert.ok(presses < 30, `no way to ${String(text)} in the menu`);
      await this.#page.keyboard.press("ArrowDown");
    }
    await this.#page.keyboard.press("Enter");
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }
}
