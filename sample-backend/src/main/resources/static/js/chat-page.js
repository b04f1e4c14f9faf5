import { Connection } from "./connection.js";
import { avatar, byId, element, paintAvatar } from "./dom.js";
import { Drawers } from "./drawers.js";
import { Messages } from "./messages.js";
import { TypingLine, TypingSignal } from "./typing.js";

const STATES = {
  connecting: { status: "Connecting", banner: "Connecting to the distributor." },
  connected: { status: "Connected" },
  reconnecting: { status: "Reconnecting", banner: "The connection is lost. Reconnecting." },
  waiting: { status: "Waiting", banner: "The chat is not there at the moment. Trying again." },
  refused: { status: "Refused" },
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
  #room;
  #rooms = { revision: -1, rooms: [] };
  #members = { revision: -1, users: [] };

  constructor(settings, distributor, name, leave) {
    this.#name = name;
    this.#leave = leave;
    this.#drawers = new Drawers(this.#listening.signal);
    byId("my-name").textContent = name;
    paintAvatar(byId("my-avatar"), name);
    this.#listen();
    this.#connection = new Connection(settings, distributor, name, {
      rooms: (overview) => this.#showRooms(overview),
      members: (members) => members.room === this.#room && this.#showMembers(members),
      message: (message) => this.#receive(message),
      typing: (room, user, typing) => room === this.#room && this.#typingLine.update(user, typing),
    }, (state, reason) => queueMicrotask(() => this.#showState(state, reason)));
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

  #end(reason) {
    this.#typingSignal.stop();
    this.#connection.close();
    this.#listening.abort();
    this.#typingLine.clear();
    this.#messages.clear();
    this.#leave(reason);
  }

  #showState(state, reason) {
    if (state === "refused") {
      this.#end(reason);
      return;
    }
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
      // Another process of the chat may have counted less.
      this.#rooms = { revision: -1, rooms: this.#rooms.rooms };
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
    this.#room = room;
    this.#members = { room, revision: -1, users: [] };
    this.#messages.clear();
    this.#typingLine.clear();
    byId("room-name").textContent = room;
    byId("room-summary").textContent = "";
    history.replaceState(null, "", `#${encodeURIComponent(room)}`);
    this.#renderRooms();
    try {
      const view = await this.#connection.ask("join", room);
      if (room !== this.#room) {
        return;
      }
      if (!view) {
        this.#messages.empty("There are too many rooms already.");
        return;
      }
      view.messages.forEach((message) => this.#receive(message));
      this.#showMembers(view.members);
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
      message ? pending.confirm(message.number) : pending.fail("you are not in this room");
    } catch (failure) {
      pending.fail(failure.message);
    }
  }

  #typed(field) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    this.#typingSignal.typed(field.value);
  }

  #showRooms(overview) {
    if (overview.revision > this.#rooms.revision) {
      this.#rooms = overview;
      this.#renderRooms();
    }
  }

  #renderRooms() {
    byId("rooms").replaceChildren(...this.#rooms.rooms.map(({ name, users }) => {
      const button = element("button", { className: "room", type: "button" },
        element("span", { className: "room-title", textContent: name }),
        element("span", { className: "count", textContent: users, title: `${users} here` }));
      button.setAttribute("aria-current", name === this.#room);
      button.addEventListener("click", () => this.#goTo(name));
      return element("li", {}, button);
    }));
  }

  #showMembers(members) {
    if (members.revision <= this.#members.revision) {
      return;
    }
    this.#noteChanges(members);
    this.#members = members;
    const count = members.users.length;
    byId("room-summary").textContent = count === 1 ? "Only you are here" : `${count} people are here`;
    byId("members").replaceChildren(...members.users.map((user) => {
      const item = element("li", { className: "member" }, avatar(user.name),
        element("span", { className: "member-name", textContent: user.name }));
      if (user.id === this.#connection.id) {
        item.append(element("span", { className: "you", textContent: "you" }));
      }
      return item;
    }));
  }

  #noteChanges(members) {
    if (this.#members.revision < 0) {
      return;
    }
    const missingIn = (list) => (user) => user.id !== this.#connection.id && !list.some(({ id }) => id === user.id);
    members.users.filter(missingIn(this.#members.users)).forEach(({ name }) => this.#messages.note(`${name} came in`));
    for (const user of this.#members.users.filter(missingIn(members.users))) {
      this.#typingLine.update(user, false);
      this.#messages.note(`${user.name} left`);
    }
  }

}

function roomInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || undefined;
  } catch {
    return undefined;
  }
}
