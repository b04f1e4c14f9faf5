// What only a backend of ours can do for clients behind distributors of the original.
const assert = require("assert");
const connectTo = require("socket.io-client");

module.exports = ({ client, next, until, room, namespace, distributors }) => ({
  async refused() {
    const a = await client();
    assert.deepStrictEqual(await a.call("refuseNext"), ["done"]);
    const socket = connectTo(distributors[0] + namespace, { forceNew: true, reconnection: false });
    assert.deepStrictEqual(await next(socket, "disconnect"), ["io server disconnect"]);
  },

  async askedNothing() {
    const a = await client();
    assert.deepStrictEqual(await a.call("askMe"), ["OriginalUnsupportedException"]);
    assert.deepStrictEqual(await a.call("askRoom", a.id), ["OriginalUnsupportedException"]);
    assert.deepStrictEqual(await a.call("askRoom", room("nobody")), ["none"]);
  },

  async exceptRooms() {
    const a = await client(0);
    const b = await client(1);
    const [red, quiet] = [room("red"), room("quiet")];
    for (const each of [a, b]) {
      await each.call("join", red);
    }
    await b.call("join", quiet);
    a.socket.emit("sayExcept", red, quiet, "not to b");
    a.socket.emit("say", red, "to both");
    await until(() => a.heard.includes("to both") && b.heard.includes("to both"));
    assert(a.heard.includes("not to b"));
    assert(!b.heard.includes("not to b"));
  },

  /** The handlers take the name that a distributor gives its clients for their user. */
  async users() {
    const a = await client(0);
    const b = await client(1);
    a.socket.emit("sayUser", "distributor 2", "to b");
    a.socket.emit("sayUser", "nobody", "to nobody");
    a.socket.emit("sayAll", "to all");
    await until(() => a.heard.includes("to all") && b.heard.includes("to all"));
    assert.deepStrictEqual(a.heard, ["to all"]);
    assert.deepStrictEqual(b.heard, ["to b", "to all"]);
  },

  async fetched() {
    const a = await client(0);
    const b = await client(1);
    const green = room("green");
    await a.call("join", green);
    assert.deepStrictEqual(await a.call("moveAll", green, room("other")), [1]);
    const [ids] = await a.call("fetch", room("other"));
    assert.deepStrictEqual(ids, [a.id]);
    assert.deepStrictEqual(await b.call("rooms"), [[b.id]]);
    assert.deepStrictEqual(await a.call("rooms"), [[a.id, green, room("other")].sort()]);
  },
});
