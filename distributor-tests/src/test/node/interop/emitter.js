import assert from "node:assert/strict";
import { Emitter } from "@socket.io/redis-emitter";

/** What reaches the clients of a fleet of what @socket.io/redis-emitter publishes. */
export const scenarios = {

  async emitToAll({ clients, emitter }) {
    const { all, until } = await clients();
    emitter.emit("news", 1, 1.5, -7, "größe", true, null, { list: [1, { deep: [] }] });
    await until("last");
    assert.deepEqual(all, both([["news", 1, 1.5, -7, "größe", true, null, { list: [1, { deep: [] }] }]]));
  },

  async emitToRooms({ clients, emitter }) {
    const { first, second, all, until } = await clients();
    await first.emitWithAck("join", "r1");
    await first.emitWithAck("join", "r2");
    await second.emitWithAck("join", "r2");
    emitter.to("r1").emit("one");
    emitter.to("r1").to("r2").emit("any");
    emitter.to("r3").emit("none");
    emitter.to(second.id).emit("single");
    await until("last");
    assert.deepEqual(all, [[["one"], ["any"]], [["any"], ["single"]]]);
  },

  async emitExcept({ clients, emitter }) {
    const { first, second, all, until } = await clients();
    await first.emitWithAck("join", "r1");
    await second.emitWithAck("join", "r2");
    emitter.except("r1").emit("not first");
    emitter.to("r2").except(second.id).emit("nobody");
    emitter.volatile.emit("volatile");
    await until("last");
    assert.deepEqual(all, [[["volatile"]], [["not first"], ["volatile"]]]);
  },

  async emitBinary({ clients, emitter }) {
    const { all, until } = await clients();
    emitter.emit("file", Buffer.from([1, 2, 3]), { parts: [Buffer.from("ab"), new Uint8Array([9])] });
    await until("last");
    const file = ["file", Buffer.from([1, 2, 3]), { parts: [Buffer.from("ab"), Buffer.from([9])] }];
    assert.deepEqual(all, both([file]));
  },

  async emitWhatJsonHasNot({ clients, emitter }) {
    const { all, until } = await clients();
    const values = [new Date(1_700_000_000_123), NaN, undefined, 2 ** 40, 1e-9, -1e-300, { gone: undefined, kept: 1 }];
    emitter.emit("values", ...values);
    await until("last");
    assert.deepEqual(all, both([["values", ...JSON.parse(JSON.stringify(values))]]));
  },

  async joinAndLeave({ clients, emitter, eventually }) {
    const { first, second, all, until } = await clients();
    emitter.in([first.id, second.id]).socketsJoin(["r1", "r2"]);
    await eventually(async () => (await rooms(first)).length === 2 && (await rooms(second)).length === 2);
    emitter.in("r1").except(second.id).socketsLeave("r2");
    await eventually(async () => (await rooms(first)).length === 1);
    assert.deepEqual([await rooms(first), await rooms(second)], [["r1"], ["r1", "r2"]]);
    emitter.to("r2").emit("to r2");
    await until("last");
    assert.deepEqual(all, [[], [["to r2"]]]);
  },

  async disconnect({ clients, emitter, eventually }) {
    const { first, second } = await clients();
    const reasons = [];
    first.on("disconnect", (reason) => reasons.push(reason));
    emitter.in(first.id).disconnectSockets();
    await eventually(() => reasons.length === 1);
    assert.deepEqual(reasons, ["io server disconnect"]);
    assert.ok(second.connected);
  },

  async malformed({ clients, emitter, client, key }) {
    const { all, until } = await clients();
    for (const content of ["", "no MessagePack", "{", "{}", '{"type":2}', '{"type":99}', "\u0000"]) {
      await client.publish(`${key}#/chat#`, content);
      await client.publish(`${key}#/chat#room#`, content);
      await client.publish(`${key}-request#/chat#`, content);
    }
    emitter.of("/game").emit("another namespace");
    const msgpack = emitter.opts.parser;
    const packet = { type: 2, data: ["disconnect"], nsp: "/chat" };
    await client.publish(`${key}#/chat#`, msgpack.encode(["emitter", packet, { rooms: [], except: [] }]));
    await client.publish(`${key}#/chat#`, msgpack.encode(["emitter", { ...packet, nsp: "/game" }, {}]));
    await until("last");
    assert.deepEqual(all, both([]));
  },

};

for (const [name, scenario] of Object.entries(scenarios)) {
  scenarios[name] = async (tools) => {
    const client = await tools.connect();
    const emitter = new Emitter(client, { key: tools.key }, "/chat");
    await scenario({ ...tools, client, emitter, clients: () => clients(tools, client, emitter) });
  };
}

/** A client of each distributor, what they hear, and a wait for an event that everybody hears. */
async function clients({ join, heardBy, record, eventually }, client, emitter) {
  const [first, second] = [await join(), await join({ distributor: 1 })];
  const all = [record(first), record(second)];
  await heardBy(2, client);
  const until = async (name) => {
    emitter.emit(name);
    await eventually(() => all.every((events) => events.at(-1)?.[0] === name));
    all.forEach((events) => events.pop());
  };
  return { first, second, all, until };
}

function both(events) {
  return [events, events];
}

async function rooms(socket) {
  return await socket.emitWithAck("rooms");
}
