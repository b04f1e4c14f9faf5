import { Connection } from "./connection.js";
import { avatar, byId, element, paintAvatar } from "./dom.js";
import { Drawers } from "./drawers.js";
import { Messages } from "./messages.js";
import { Presence } from "./presence.js";
import { TypingLine, TypingSignal } from "./typing.js";

const STATES = {
  connecting: { status: "Connecting", banner: "Connecting to the distributor." },
  connected: { status: "Connected" },
  reconnecting: { status: "Reconnecting", banner: "The connection is lost. Reconnecting." },
  waiting: { status: "Waiting", banner: "The chat is not there at the moment. Trying again." },
};

/** The chat while someone is in it. */
export class ChatPage {

  #name;
  #leave;
  #connection;
  #listening = new AbortController();
  #drawers;
  #messages = new Messages();
  #typingLine = new TypingLine();
  #typingSignal = new TypingSignal((typing) => this.#connection.emit("typing", this.#room, typing));
  #joinedAs;
  #rooms = [];
  #presence = new Presence();

  constructor(settings, distributor, name, leave) {
    this.#name = name;
    this.#leave = leave;
    this.#drawers = new Drawers(this.#listening.signal);
    byId("my-name").textContent = name;
    paintAvatar(byId("my-avatar"), name);
    this.#listen();
    this.#connection = new Connection(settings, distributor, name, {
      rooms: (rooms) => this.#showRooms(rooms),
      entered: (room, user) => room === this.#room && this.#hear(user, true),
      left: (room, user) => room === this.#room && this.#hear(user, false),
      message: (message) => this.#receive(message),
      typing: (room, user, typing) => room === this.#room && this.#typingLine.update(user, typing),
    }, (state, reason) => queueMicrotask(() => this.#showState(state, reason)));
  }

  get #room() {
    return this.#presence.room;
  }

  #listen() {
    const on = (target, event, listener) =>
      target.addEventListener(event, listener, { signal: this.#listening.signal });
    const text = byId("text");
    on(byId("logout"), "click", () => this.#end());
    on(byId("composer"), "submit", (event) => this.#submit(event));
    on(text, "input", () => this.#typed(text));
    on(text, "blur", () => this.#typingSignal.stop());
    on(text, "keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        this.#submit(event);
      }
    });
    on(byId("new-room"), "submit", (event) => {
      event.preventDefault();
      const field = byId("new-room-name");
      if (field.value.trim() !== "") {
        this.#goTo(field.value.trim());
        field.value = "";
      }
    });
    on(window, "hashchange", () => this.#goTo(roomInAddress()));
    // A browser may keep a page one has left, connection and all, to show it again.
    on(window, "pagehide", () => this.#connection.close());
    on(window, "pageshow", (event) => event.persisted && this.#connection.reopen());
  }

  #end() {
    this.#typingSignal.stop();
    this.#connection.close();
    this.#listening.abort();
    this.#typingLine.clear();
    this.#messages.clear();
    this.#leave();
  }

  #showState(state, reason) {
    const { status, banner } = STATES[state];
    byId("status").textContent = status;
    byId("status").dataset.state = state;
    byId("banner").textContent = reason ? `${banner} (${reason})` : banner ?? "";
    byId("banner").hidden = !banner;
    const host = new URL(this.#connection.distributor).host;
    byId("distributor-label").textContent = host;
    byId("distributor-label").title = `Distributor ${host}, ${this.#connection.transport ?? "no transport"}`;
    if (state === "connected" && this.#connection.id !== this.#joinedAs) {
      this.#joinedAs = this.#connection.id;
      this.#join(this.#room ?? roomInAddress() ?? "Lobby");
    }
  }

  #goTo(room) {
    this.#drawers.close();
    if (!room || room === this.#room) {
      return;
    }
    this.#typingSignal.stop();
    if (this.#room) {
      this.#connection.emit("leave", this.#room);
    }
    this.#join(room);
  }

  async #join(room) {
    const presence = new Presence(room);
    this.#presence = presence;
    this.#messages.clear();
    this.#typingLine.clear();
    byId("room-name").textContent = room;
    byId("room-summary").textContent = "";
    history.replaceState(null, "", `#${encodeURIComponent(room)}`);
    this.#renderRooms();
    try {
      const view = await this.#connection.ask("join", room);
      if (presence !== this.#presence) {
        return;
      }
      view.messages.forEach((message) => this.#receive(message));
      presence.fill(view.members);
      this.#renderMembers();
      if (view.messages.length === 0) {
        this.#messages.empty("Nothing said here yet.");
      }
      byId("text").focus({ preventScroll: true });
    } catch (failure) {
      this.#messages.note(`The room cannot be entered: ${failure.message}`);
    }
  }

  #receive(message) {
    if (message.room === this.#room) {
      this.#typingLine.update(message.from, false);
      this.#messages.add(message, message.from.id === this.#connection.id);
    }
  }

  async #submit(event) {
    event.preventDefault();
    const field = byId("text");
    const text = field.value.trim();
    if (text === "") {
      return;
    }
    field.value = "";
    this.#typed(field);
    const pending = this.#messages.addPending(text, { id: this.#connection.id, name: this.#name });
    try {
      const message = await this.#connection.ask("postMessage", this.#room, text);
      pending.confirm(message.id);
    } catch (failure) {
      pending.fail(failure.message);
    }
  }

  #typed(field) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    this.#typingSignal.typed(field.value);
  }

  #showRooms(rooms) {
    this.#rooms = rooms;
    this.#renderRooms();
  }

  #renderRooms() {
    byId("rooms").replaceChildren(...this.#rooms.map(({ name, users }) => {
      const button = element("button", { className: "room", type: "button" },
        element("span", { className: "room-title", textContent: name }),
        element("span", { className: "count", textContent: users, title: `${users} here` }));
      button.setAttribute("aria-current", name === this.#room);
      button.addEventListener("click", () => this.#goTo(name));
      return element("li", {}, button);
    }));
  }

  #hear(user, here) {
    if (!this.#presence.hear(user, here)) {
      return;
    }
    this.#typingLine.update(user, false);
    if (user.id !== this.#connection.id) {
      this.#messages.note(`${user.name} ${here ? "came in" : "left"}`);
    }
    this.#renderMembers();
  }

  #renderMembers() {
    const users = this.#presence.users;
    byId("room-summary").textContent = users.length === 1 ? "Only you are here" : `${users.length} people are here`;
    byId("members").replaceChildren(...users.map((user) => {
      const item = element("li", { className: "member" }, avatar(user.name),
        element("span", { className: "member-name", textContent: user.name }));
      if (user.id === this.#connection.id) {
        item.append(element("span", { className: "you", textContent: "you" }));
      }
      return item;
    }));
  }

}

function roomInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || undefined;
  } catch {
    return undefined;
  }
}
