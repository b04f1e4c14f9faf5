import { io } from "../vendor/socket.io.esm.min.js";
import { login } from "./login.js";

const ANSWER_TIMEOUT = 10_000;
const RETRY_DELAY = 2_000;

/**
 * The connection to a distributor. Reports its state as one of "connecting", "connected", "reconnecting" and "waiting";
 * moves on to the next distributor when one cannot be reached.
 */
export class Connection {

  #settings;
  #index;
  #name;
  #events;
  #onState;
  #socket;
  #retry;

  constructor(settings, distributor, name, events, onState) {
    this.#settings = settings;
    this.#index = Math.max(0, settings.distributors.indexOf(distributor));
    this.#name = name;
    this.#events = events;
    this.#onState = onState;
    this.#open("connecting");
  }

  get distributor() {
    return this.#settings.distributors[this.#index];
  }

  get id() {
    return this.#socket.id;
  }

  get transport() {
    return this.#socket.io.engine?.transport.name;
  }

  emit(event, ...args) {
    if (this.#socket.connected) {
      this.#socket.emit(event, ...args);
    }
  }

  /** Resolves to the answer, rejects when there is none or it says what went wrong. */
  async ask(event, ...args) {
    const answer = await this.#socket.timeout(ANSWER_TIMEOUT).emitWithAck(event, ...args);
    if (answer?.error) {
      throw new Error(answer.error);
    }
    return answer;
  }

  close() {
    clearTimeout(this.#retry);
    this.#socket.disconnect();
  }

  reopen() {
    this.#onState("reconnecting");
    this.#socket.connect();
  }

  #open(state) {
    this.#onState(state);
    const socket = io(new URL(this.#settings.namespace, this.distributor).href, {
      auth: (send) => this.#authenticate(send),
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 4_000,
    });
    this.#socket = socket;
    socket.on("connect", () => this.#onState("connected"));
    socket.on("disconnect", (reason) => this.#disconnected(reason));
    socket.on("connect_error", (error) => this.#failed(error));
    socket.io.on("open", () => socket.io.engine.on("upgrade", () => socket.connected && this.#onState("connected")));
    for (const [event, listener] of Object.entries(this.#events)) {
      socket.on(event, listener);
    }
  }

  /** Each connection gets a new token, so that it never has one that has expired. */
  async #authenticate(send) {
    try {
      send({ token: await login(this.#name) });
    } catch {
      // Refused without a token, it tries again later.
      send({});
    }
  }

  #disconnected(reason) {
    if (reason === "io client disconnect") {
      return;
    }
    this.#onState("reconnecting");
    if (!this.#socket.active) {
      this.#later(() => this.#socket.connect());
    }
  }

  #failed(error) {
    if (!this.#socket.active) {
      // The distributor answered, but no backend took the socket.
      this.#onState("waiting", error.message);
      this.#later(() => this.#socket.connect());
    } else if (this.#settings.distributors.length > 1) {
      this.#socket.disconnect();
      this.#index = (this.#index + 1) % this.#settings.distributors.length;
      this.#onState("reconnecting");
      this.#later(() => this.#open("reconnecting"));
    } else {
      this.#onState("reconnecting");
    }
  }

  #later(action) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(action, RETRY_DELAY);
  }

}
