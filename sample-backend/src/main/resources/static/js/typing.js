import { byId, element } from "./dom.js";

const REPEAT_AFTER = 2_000;
const FORGET_AFTER = 5_000;

/** Who is typing in the room on screen. */
export class TypingLine {

  #line = byId("typing");
  #timers = new Map();

  update(user, typing) {
    clearTimeout(this.#timers.get(user.id)?.timer);
    this.#timers.delete(user.id);
    if (typing) {
      const timer = setTimeout(() => this.update(user, false), FORGET_AFTER);
      this.#timers.set(user.id, { name: user.name, timer });
    }
    this.#render();
  }

  clear() {
    this.#timers.forEach(({ timer }) => clearTimeout(timer));
    this.#timers.clear();
    this.#render();
  }

  #render() {
    const names = [...this.#timers.values()].map(({ name }) => name);
    this.#line.replaceChildren();
    if (names.length > 0) {
      const dots = element("span", { className: "dots" }, element("i"), element("i"), element("i"));
      dots.setAttribute("aria-hidden", "true");
      this.#line.append(dots, sentence(names));
    }
  }

}

/** Tells the others about one's own typing, not more often than needed. */
export class TypingSignal {

  #send;
  #last = 0;

  constructor(send) {
    this.#send = send;
  }

  typed(text) {
    if (text === "") {
      this.stop();
    } else if (Date.now() - this.#last > REPEAT_AFTER) {
      this.#last = Date.now();
      this.#send(true);
    }
  }

  stop() {
    if (this.#last > 0) {
      this.#last = 0;
      this.#send(false);
    }
  }

}

function sentence(names) {
  if (names.length === 1) {
    return `${names[0]} is typing`;
  }
  return names.length === 2 ? `${names[0]} and ${names[1]} are typing` : "Several people are typing";
}
