import { byId } from "./dom.js";

const PANELS = { "show-rooms": "rooms-panel", "show-members": "members-panel" };

/** The panels that slide over the conversation on narrow screens. */
export class Drawers {

  #opener;

  constructor(signal) {
    for (const id of Object.keys(PANELS)) {
      byId(id).addEventListener("click", () => this.#open(byId(id)), { signal });
    }
    byId("scrim").addEventListener("click", () => this.close(), { signal });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close(), { signal });
    signal.addEventListener("abort", () => this.close());
  }

  close() {
    if (this.#opener) {
      this.#toggle(this.#opener, false);
      this.#opener.focus();
      this.#opener = undefined;
    }
  }

  #open(opener) {
    this.close();
    this.#opener = opener;
    this.#toggle(opener, true);
    byId(PANELS[opener.id]).querySelector("button, input")?.focus();
  }

  #toggle(opener, open) {
    byId(PANELS[opener.id]).classList.toggle("open", open);
    opener.setAttribute("aria-expanded", open);
    byId("scrim").hidden = !open;
  }

}
