import assert from "node:assert/strict";

/** What a client of any version must be able to do. */
export const scenarios = {

  async polling({ socket }) {
    await transportTest(socket, ["polling"]);
  },

  async websocket({ socket }) {
    await transportTest(socket, ["websocket"]);
  },

  async compression({ socket }) {
    const client = socket("/chat", { transports: ["websocket"] });
    await event(client, "connect");
    assert.match(client.io.engine.transport.ws.extensions, /permessage-deflate/);
    const sizes = [];
    client.io.engine.transport.ws._socket.on("data", (data) => sizes.push(data.length));
    const text = "some words again and again, ".repeat(5_000);
    for (let i = 0; i < 3; i++) {
      assert.deepEqual(await ask(client, "echo", text), [text]);
    }
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < text.length / 10, `bytes read: ${sizes}`);
  },

  async upgrade({ socket }) {
    const client = socket();
    await event(client, "connect");
    await upgraded(client);
    assert.deepEqual(await ask(client, "echo", "after the upgrade"), ["after the upgrade"]);
  },

  async eventsDuringUpgrade({ socket }) {
    const client = socket();
    const answers = [];
    client.on("counted", (number) => answers.push(number));
    await event(client, "connect");
    for (let number = 0; number < 200; number++) {
      client.emit("count", number);
      if (number % 20 === 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await ask(client, "echo", "last");
    assert.deepEqual(answers, Array.from({ length: 200 }, (_, number) => number));
  },

  async namespaces({ io, distributors, legacy }) {
    const options = { forceNew: true };
    const chat = io(`${distributors[0]}/chat`, options);
    const game = chat.io.socket("/game");
    try {
      await Promise.all([event(chat, "connect"), event(game.connect(), "connect")]);
      assert.equal(chat.io, game.io);
      assert.notEqual(chat.id, game.id);
      if (!legacy) {
        assert.equal(chat.id.length, 20);
      }
      assert.deepEqual(await ask(chat, "where"), ["/chat"]);
      assert.deepEqual(await ask(game, "where"), ["/game"]);
      game.disconnect();
      assert.deepEqual(await ask(chat, "where"), ["/chat"]);
    } finally {
      chat.disconnect();
    }
  },

  async severalArguments({ socket }) {
    const client = socket();
    const told = event(client, "told");
    const sent = ["text", 42, true, ["a", "b"], { x: 1, y: -2 }, { any: [1, { thing: null }] }];
    client.emit("tell", ...sent);
    assert.deepEqual(await told, sent);
  },

  async binary({ socket }) {
    for (const transports of [["polling"], ["websocket"]]) {
      const client = socket("/chat", { transports });
      const bytes = Buffer.from([0, 1, 2, 253, 254, 255]);
      const received = event(client, "reversed");
      const [answer] = await ask(client, "reverse", bytes);
      assertBytes(answer, [255, 254, 253, 2, 1, 0]);
      const [emitted] = await received;
      assertBytes(emitted, [255, 254, 253, 2, 1, 0]);
      const [upload] = await ask(client, "upload", { name: "a.bin", content: bytes }, "text between", bytes);
      assert.equal(upload.name, "text between a.bin");
      assertBytes(upload.content, [...bytes, ...bytes]);
    }
  },

  async largeBinary({ socket }) {
    for (const transports of [["polling"], ["websocket"]]) {
      const client = socket("/chat", { transports });
      const bytes = Buffer.alloc(300_000, 7);
      bytes[0] = 1;
      const [answer] = await ask(client, "reverse", bytes);
      assert.equal(answer.byteLength, 300_000);
      assert.equal(new Uint8Array(answer.buffer ?? answer, answer.byteOffset ?? 0, answer.byteLength)[299_999], 1);
    }
  },

  async answersOfClients({ socket }) {
    const client = socket();
    client.on("question", (question, answer) => answer(`${question} Yes.`, Buffer.from([9])));
    const [answer] = await ask(client, "askMe", "Really?");
    assert.equal(answer.text, "Really? Yes.");
    assertBytes(answer.bytes, [9]);
  },

  async errorAnswers({ socket }) {
    const client = socket();
    assert.deepEqual(await ask(client, "nobody listens"), [{ error: "Unknown event" }]);
    assert.deepEqual(await ask(client, "reverse", "no bytes"), [{ error: "Invalid arguments" }]);
    assert.deepEqual(await ask(client, "fail"), [{ error: "Internal error" }]);
    assert.deepEqual(await ask(client, "echo", "still there"), ["still there"]);
  },

  async refusal({ socket, legacy }) {
    if (legacy) {
      const refused = socket("/chat", { query: { banned: true } });
      assert.deepEqual(await event(refused, "error"), [{ code: 42 }]);
      assert.equal(refused.connected, false);
      assert.deepEqual(await event(socket("/nowhere"), "error"), ["Invalid namespace"]);
      return;
    }
    const refused = socket("/chat", { auth: { banned: true } });
    const [error] = await event(refused, "connect_error");
    assert.equal(error.message, "Not today");
    assert.deepEqual(error.data, { code: 42 });
    assert.equal(refused.connected, false);
    const [unknown] = await event(socket("/nowhere"), "connect_error");
    assert.equal(unknown.message, "Invalid namespace");
  },

  async reconnect({ socket }) {
    const client = socket();
    await event(client, "connect");
    const before = client.id;
    const again = event(client, "connect");
    const [reason] = await Promise.all([event(client, "disconnect"), client.io.engine.close()]);
    assert.equal(reason[0], "forced close");
    // The client takes its own close for final, unlike one of the network.
    client.io.reconnecting || client.connect();
    await again;
    assert.notEqual(client.id, before);
    assert.deepEqual(await ask(client, "echo", "back"), ["back"]);
  },

  async kick({ socket }) {
    const client = socket();
    await event(client, "connect");
    const gone = event(client, "disconnect");
    client.emit("kickMe");
    assert.equal((await gone)[0], "io server disconnect");
    const again = event(client, "connect");
    client.connect();
    await again;
  },

  async otherDistributor({ socket }) {
    const ada = socket("/chat", { distributor: 0 });
    const bob = socket("/chat", { distributor: 1, transports: ["websocket"] });
    await Promise.all([ask(ada, "join", "lobby"), ask(bob, "join", "lobby")]);
    const heard = event(bob, "said");
    ada.emit("say", "lobby", "Hello", Buffer.from([1, 2]));
    const [text, bytes] = await heard;
    assert.equal(text, "Hello");
    assertBytes(bytes, [1, 2]);
  },

  async broadcastToRoom({ socket }) {
    const inside = [socket("/chat", { distributor: 0 }), socket("/chat", { distributor: 1 })];
    const outside = socket("/chat", { distributor: 0 });
    await Promise.all([...inside.map((each) => ask(each, "join", "attic")), ask(outside, "echo", "")]);
    outside.on("said", () => assert.fail("heard in a room it is not in"));
    const heard = inside.map((each) => event(each, "said"));
    inside[0].emit("say", "attic", "Hello", Buffer.from([]));
    (await Promise.all(heard)).forEach(([text]) => assert.equal(text, "Hello"));
    await ask(outside, "echo", "");
  },

};

async function transportTest(socket, transports) {
  const client = socket("/chat", { transports });
  await event(client, "connect");
  assert.equal(client.io.engine.transport.name, transports[0]);
  assert.deepEqual(await ask(client, "echo", "ünïcödé 👋"), ["ünïcödé 👋"]);
  assert.equal(client.io.engine.transport.name, transports[0]);
}

function upgraded(client) {
  const engine = client.io.engine;
  return engine.transport.name === "websocket"
    ? Promise.resolve()
    : new Promise((resolve) => engine.once("upgrade", resolve));
}

/** Resolves to the arguments of the next such event. */
function event(client, name) {
  return new Promise((resolve) => client.once(name, (...args) => resolve(args)));
}

/** Resolves to what the server answers. */
function ask(client, name, ...args) {
  return new Promise((resolve) => client.emit(name, ...args, (...answer) => resolve(answer)));
}

function assertBytes(actual, expected) {
  assert.ok(Buffer.isBuffer(actual) || actual instanceof ArrayBuffer, `not binary: ${actual}`);
  assert.deepEqual([...Buffer.from(actual)], expected);
}
