import assert from "node:assert/strict";
import { createAdapter } from "@socket.io/redis-adapter";
import { Server } from "socket.io";

/** What a Node server and a fleet do for each other's clients, in one namespace on one Redis. */
export const scenarios = {

  async nodeEmits({ chat, first, second, node, all, until }) {
    await first.emitWithAck("join", "r1");
    await node.emitWithAck("join", "r1");
    chat.emit("all", 1, { list: [1.5, null, "größe"] });
    chat.to("r1").emit("room");
    chat.except("r1").emit("except");
    chat.to(second.id).emit("single");
    await node.emitWithAck("broadcast", "others");
    await until();
    const everybody = ["all", 1, { list: [1.5, null, "größe"] }];
    assert.deepEqual(all, [[everybody, ["room"], ["others"]], [everybody, ["except"], ["single"], ["others"]],
      [everybody, ["room"]]]);
  },

  async backendEmits({ first, second, node, all, until }) {
    await first.emitWithAck("join", "r1");
    await node.emitWithAck("join", "r1");
    await first.emitWithAck("sayAll", "all");
    await first.emitWithAck("say", "r1", "room");
    await first.emitWithAck("sayExcept", "r1", "except");
    await first.emitWithAck("say", node.id, "single");
    await first.emitWithAck("say", second.id, "ours");
    await until();
    assert.deepEqual(all.map((events) => events.map((event) => event[1])), [["all", "room"],
      ["all", "except", "ours"], ["all", "room", "single"]]);
  },

  async binary({ chat, first, node, all, until }) {
    const bytes = Buffer.from([0, 1, 254, 255]);
    chat.emit("file", bytes, { parts: [bytes] });
    await until();
    await first.emitWithAck("sayBytes", bytes);
    await until();
    all.forEach((events) => {
      assert.deepEqual(events, [["file", bytes, { parts: [bytes] }], ["said", "bytes", bytes]]);
    });
    assert.ok(node.connected);
  },

  async nodeMoves({ chat, first, second, eventually }) {
    const reasons = [];
    second.on("disconnect", (reason) => reasons.push(reason));
    chat.in([first.id, second.id]).socketsJoin(["r1", "r2"]);
    await eventually(async () => (await first.emitWithAck("rooms")).length === 2);
    chat.in("r1").socketsLeave("r2");
    await eventually(async () => (await first.emitWithAck("rooms")).length === 1);
    assert.deepEqual(await first.emitWithAck("rooms"), ["r1"]);
    chat.in(second.id).disconnectSockets();
    await eventually(() => reasons.length === 1);
    assert.deepEqual(reasons, ["io server disconnect"]);
  },

  async backendMoves({ chat, first, node, eventually, all, until }) {
    const reasons = [];
    node.on("disconnect", (reason) => reasons.push(reason));
    const socket = chat.sockets.get(node.id);
    await first.emitWithAck("moveIn", node.id, "r1");
    await eventually(() => socket.rooms.has("r1"));
    await first.emitWithAck("say", "r1", "joined");
    await first.emitWithAck("moveOut", "r1", "r1");
    await eventually(() => !socket.rooms.has("r1"));
    await until();
    assert.deepEqual(all[2], [["said", "joined"]]);
    await first.emitWithAck("putOut", node.id);
    await eventually(() => reasons.length === 1);
    assert.deepEqual(reasons, ["io server disconnect"]);
  },

  async nodeFetches({ chat, first, second, node, eventually }) {
    await first.emitWithAck("join", "r1");
    await first.emitWithAck("keep", "name", "Ann");
    await eventually(async () => (await chat.in("r1").fetchSockets())[0].data.name === "Ann");
    assert.equal(await chat.adapter.serverCount(), 3);
    const sockets = await chat.fetchSockets();
    assert.deepEqual(sockets.map((socket) => socket.id).sort(), [first.id, second.id, node.id].sort());
    const ours = (await chat.in("r1").fetchSockets())[0];
    assert.equal(ours.id, first.id);
    assert.deepEqual([...ours.rooms].sort(), [first.id, "r1"].sort());
    assert.deepEqual(ours.handshake.auth, { token: "of the first" });
    assert.equal(ours.handshake.query.EIO, "4");
    assert.match(ours.handshake.time, /GMT\+0000/);
    assert.deepEqual(await chat.in("nobody").fetchSockets(), []);
    const rooms = [...await chat.adapter.allRooms()].sort();
    assert.deepEqual(rooms, [first.id, second.id, node.id, "r1"].sort());
  },

  async nodeAsks({ chat, first, second, node }) {
    for (const [name, client] of Object.entries({ first, second, node })) {
      client.on("question", (text, answer) => answer(`${name}: ${text}`));
    }
    const answers = await chat.timeout(10_000).emitWithAck("question", "who");
    assert.deepEqual(answers.sort(), ["first: who", "node: who", "second: who"]);
    assert.deepEqual(await chat.timeout(10_000).to("nobody").emitWithAck("question", "who"), []);
    const [remote] = await chat.in(second.id).fetchSockets();
    assert.equal(await remote.timeout(10_000).emitWithAck("question", "you"), "second: you");
  },

  async nodeTellsServers({ chat, first }) {
    chat.serverSideEmit("hello");
    assert.deepEqual(await chat.serverSideEmitWithAck("question"), [null, null]);
    assert.ok(first.connected);
  },

};

for (const [name, scenario] of Object.entries(scenarios)) {
  scenarios[name] = async (tools) => await scenario({ ...tools, ...await peers(tools) });
}

/** A Node server with a client, a client of each distributor, and what these three hear. */
async function peers({ key, connect, join, heardBy, record, listen, eventually }) {
  const { server, url } = await listen();
  const [publisher, subscriber] = [await connect(), await connect()];
  const io = new Server(server, { adapter: createAdapter(publisher, subscriber, { key }) });
  const chat = io.of("/chat");
  chat.on("connection", (socket) => {
    socket.on("join", (room, answer) => {
      socket.join(room);
      answer();
    });
    socket.on("broadcast", (event, answer) => {
      socket.broadcast.emit(event);
      answer();
    });
  });
  const first = await join({ auth: { token: "of the first" } });
  const second = await join({ distributor: 1 });
  const node = await join({ url });
  const all = [record(first), record(second), record(node)];
  await heardBy(3, publisher);
  let rounds = 0;
  const until = async () => {
    // One event from each side: what either published before has arrived then.
    const [ours, theirs] = [`ours ${++rounds}`, `theirs ${rounds}`];
    await first.emitWithAck("sayAll", ours);
    chat.emit(theirs);
    const isMark = (event) => event[0] === theirs || event[1] === ours;
    await eventually(() => all.every((events) => events.filter(isMark).length === 2));
    all.forEach((events) => events.splice(0, events.length, ...events.filter((event) => !isMark(event))));
  };
  return { chat, first, second, node, all, until };
}
