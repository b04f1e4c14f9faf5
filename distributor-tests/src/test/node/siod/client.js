// Runs one scenario of clients: node client.js <scenario> <namespace> <distributor> <other distributor>
const assert = require("assert");
const connectTo = require("socket.io-client");

const TIMEOUT = 20000;
const [scenario, namespace, ...distributors] = process.argv.slice(2);
const sockets = [];
const unique = `${process.pid}-${Date.now()}`;

/** A client that was greeted by the backend. */
async function client(distributor = 0, options = {}) {
  const socket = connectTo(distributors[distributor] + namespace, {
    forceNew: true,
    reconnection: false,
    transports: ["websocket"],
    ...options,
  });
  sockets.push(socket);
  const heard = [];
  socket.on("said", (text) => heard.push(text));
  const greeting = next(socket, "welcome");
  await next(socket, "connect");
  const [id] = await greeting;
  return {
    socket,
    id,
    heard,
    call: (event, ...args) => new Promise((resolve) => socket.emit(event, ...args, (...answer) => resolve(answer))),
  };
}

function next(socket, event) {
  return new Promise((resolve) => socket.once(event, (...args) => resolve(args)));
}

async function until(condition) {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Rooms of their own, so that scenarios can run on one fleet. */
const room = (name) => `${name} ${unique}`;

const scenarios = {
  async answers() {
    const { call } = await client();
    assert.deepStrictEqual(await call("echo", "text", 7, { deep: [null, true, "ü"] }), ["text", 7, { deep: [null, true, "ü"] }]);
    assert.deepStrictEqual(await call("echo"), []);
    const many = await Promise.all([...Array(50).keys()].map((i) => call("echo", i)));
    assert.deepStrictEqual(many.flat(), [...Array(50).keys()]);
  },

  async polling() {
    const { call } = await client(0, { transports: ["polling"] });
    assert.deepStrictEqual(await call("echo", 1), [1]);
  },

  async binary() {
    const a = await client();
    assert.deepStrictEqual(await a.call("size", Buffer.from([1, 2, 3])), [3]);
    const bytes = next(a.socket, "bytes");
    a.socket.emit("sayBytes", a.id);
    const [{ name, content }] = await bytes;
    assert.strictEqual(name, "three");
    assert.deepStrictEqual([...new Uint8Array(content)], [0, 1, 255]);
  },

  async everybody() {
    const a = await client(0);
    const b = await client(1);
    const heard = (text) => a.heard.includes(text) && b.heard.includes(text);
    a.socket.emit("sayAll", room("one"));
    await until(() => heard(room("one")));
    // Any of these may be dropped.
    const saying = setInterval(() => a.socket.emit("sayVolatile", room("two")), 50);
    await until(() => heard(room("two")));
    clearInterval(saying);
  },

  async rooms() {
    const a = await client(0);
    const b = await client(1);
    const c = await client(1);
    const blue = room("blue");
    assert.deepStrictEqual(await a.call("join", blue), ["done"]);
    assert.deepStrictEqual(await b.call("join", blue), ["done"]);
    c.socket.emit("say", blue, "to blue");
    await until(() => a.heard.includes("to blue") && b.heard.includes("to blue"));
    assert.deepStrictEqual(await a.call("count", blue), [2]);
    assert.deepStrictEqual(await b.call("leave", blue), ["done"]);
    c.socket.emit("say", blue, "again");
    await until(() => a.heard.includes("again"));
    c.socket.emit("say", b.id, "end");
    c.socket.emit("say", c.id, "end");
    await until(() => b.heard.includes("end") && c.heard.includes("end"));
    assert.deepStrictEqual(b.heard, ["to blue", "end"]);
    assert.deepStrictEqual(c.heard, ["end"]);
  },

  async joinThenEmit() {
    const a = await client(0);
    for (let i = 0; i < 20; i++) {
      a.socket.emit("join", room(`r${i}`), () => {});
      a.socket.emit("say", room(`r${i}`), `joined ${i}`);
    }
    await until(() => a.heard.includes("joined 19"));
    const joined = a.heard.filter((text) => text.startsWith("joined"));
    assert.deepStrictEqual(joined, [...Array(20).keys()].map((i) => `joined ${i}`));
  },

  async disconnects() {
    const a = await client(0);
    const b = await client(1);
    const left = new Promise((resolve) => a.socket.on("left", (id) => id === b.id && resolve()));
    b.socket.disconnect();
    await left;
  },

  async kicked() {
    const a = await client();
    const reason = next(a.socket, "disconnect");
    a.socket.emit("kick");
    assert.deepStrictEqual(await reason, ["io server disconnect"]);
  },

  async comesBack() {
    const a = await client();
    // Another namespace keeps the connection open.
    a.socket.io.socket("/");
    a.socket.disconnect();
    const greeting = next(a.socket, "welcome");
    a.socket.connect();
    await greeting;
    assert.deepStrictEqual(await a.call("echo", "again"), ["again"]);
  },

  /** Ends when all of its clients are disconnected; what for is the test's part. */
  async putOut() {
    const all = [await client(0), await client(1)];
    const gone = all.map(({ socket }) => next(socket, "disconnect"));
    console.log("waiting");
    const pulse = setInterval(() => all.forEach(({ socket }) => socket.emit("echo", 1, () => {})), 50);
    await Promise.all(gone);
    clearInterval(pulse);
  },

  async closed() {
    const a = await client(0);
    const b = await client(1);
    const gone = [a, b].map(({ socket }) => next(socket, "disconnect"));
    a.socket.emit("close");
    await Promise.all(gone);
  },

  async custom() {
    const a = await client();
    a.socket.emit("custom", unique);
    assert.deepStrictEqual(await a.call("echo", 1), [1]);
    console.log(`said ${unique}`);
  },

  async described() {
    const a = await client();
    const [info] = await a.call("info");
    console.log(`info ${JSON.stringify(info)}`);
  },

  async presence() {
    const a = await client();
    const blue = room("blue");
    await a.call("join", blue);
    const [rooms] = await a.call("rooms");
    assert.deepStrictEqual(rooms, [a.id, blue].sort());
    const [all] = await a.call("allRooms");
    assert(all.includes(blue), `${blue} is not among ${all}`);
  },
};

Object.assign(scenarios, require("./backend-scenarios")({ client, next, until, room, namespace, distributors }));

const timer = setTimeout(() => {
  console.error(`${scenario} is not done after ${TIMEOUT} ms; heard ${JSON.stringify(sockets.map((each) => each.id))}`);
  process.exit(1);
}, TIMEOUT);

scenarios[scenario]()
  .then(() => console.log(`${scenario} is done`))
  .catch((failure) => {
    console.error(failure);
    process.exitCode = 1;
  })
  .finally(() => {
    clearTimeout(timer);
    sockets.forEach((each) => each.disconnect());
    setTimeout(() => process.exit(), 500).unref();
  });
