import { avatar, byId, element } from "./dom.js";

const GROUP_WITHIN = 3 * 60_000;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

/** The list of messages of the room on screen. */
export class Messages {

  #list = byId("messages");
  #log = byId("log");
  #jump = byId("jump");
  #shown = new Set();
  #last;

  constructor() {
    this.#log.addEventListener("scroll", () => this.#atEnd() && (this.#jump.hidden = true));
    this.#jump.addEventListener("click", () => this.#toEnd());
    new ResizeObserver(() => this.#jump.hidden && this.#toEnd()).observe(this.#log);
  }

  clear() {
    this.#list.replaceChildren();
    this.#shown.clear();
    this.#last = undefined;
    this.#jump.hidden = true;
  }

  /** Shows a message, once. */
  add(message, mine) {
    if (this.#shown.has(message.id)) {
      return;
    }
    this.#shown.add(message.id);
    this.#append(this.#render(message, mine), mine);
  }

  /** Shows a message that the chat has not acknowledged yet, and later what became of it. */
  addPending(text, from) {
    const rendered = this.#render({ text, from, time: new Date().toISOString() }, true);
    const receipt = element("span", { className: "receipt", textContent: "Sending" });
    rendered.classList.add("pending");
    rendered.append(receipt);
    this.#append(rendered, true);
    return {
      confirm: (id) => {
        this.#shown.add(id);
        rendered.classList.remove("pending");
        receipt.textContent = "Sent";
      },
      fail: (reason) => {
        rendered.classList.replace("pending", "failed");
        receipt.textContent = `Not sent: ${reason}`;
      },
    };
  }

  note(text) {
    this.#append(element("li", { className: "note", textContent: text }), false);
    this.#last = undefined;
  }

  empty(text) {
    this.#list.append(element("li", { className: "empty", textContent: text }));
  }

  #append(item, follow) {
    this.#list.querySelector(".empty")?.remove();
    const stay = follow || this.#atEnd();
    this.#list.append(item);
    if (stay) {
      this.#toEnd();
    } else {
      this.#jump.hidden = false;
    }
  }

  #render(message, mine) {
    const time = new Date(message.time);
    const follows = this.#last?.from === message.from.id && time - this.#last.time < GROUP_WITHIN;
    this.#last = { from: message.from.id, time };
    const item = element("li", { className: "message" },
      avatar(message.from.name),
      element("div", { className: "message-head" },
        element("span", { className: "author", textContent: message.from.name }),
        element("time", { dateTime: time.toISOString(), textContent: clock.format(time) })),
      element("div", { className: "bubble", dir: "auto", textContent: message.text }));
    item.classList.toggle("mine", mine);
    item.classList.toggle("follows", follows);
    return item;
  }

  #atEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 60;
  }

  #toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#jump.hidden = true;
  }

}
