// A backend as the original is on the wire: node backend.js <redis> <prefix> <key> <namespace>
const socketIo = require("socket.io");
const { rest, connect, report, adapter, toBackend, toSlave } = require("./wire");

const [namespace] = rest;
const io = socketIo();
io.adapter(adapter());
const clients = io.of(namespace);
const remote = clients.adapter;
const publisher = connect();
const infos = new Map();

/** Handlers of the events of clients, by name; the last argument is the callback, if the client wants one. */
const handlers = {
  echo: (id, ...args) => args.pop()(...args),
  size: (id, buffer, answer) => answer(buffer.data.length),
  info: (id, answer) => answer(infos.get(id)),
  join: (id, room, answer) => remote.remoteJoin(id, room, (failure) => answer(failure ? "failed" : "done")),
  leave: (id, room, answer) => remote.remoteLeave(id, room, (failure) => answer(failure ? "failed" : "done")),
  say: (id, room, text) => clients.to(room).emit("said", text),
  sayAll: (id, text) => clients.emit("said", text),
  sayVolatile: (id, text) => clients.volatile.emit("said", text),
  sayBytes: (id, room) => clients.to(room).emit("bytes", { name: "three", content: Buffer.from([0, 1, 255]) }),
  count: (id, room, answer) => remote.clients([room], (failure, ids) => answer(failure ? -1 : ids.length)),
  rooms: (id, answer) => remote.clientRooms(id, (failure, rooms) => answer(failure ? [] : rooms.sort())),
  allRooms: (id, answer) => remote.allRooms((failure, rooms) => answer(failure ? [] : rooms)),
  kick: (id) => remote.remoteDisconnect(id, false, (failure) => report("kicked", failure ? "failed" : "done")),
  close: () => publisher.publish(toSlave("all"), JSON.stringify({ type: "close", namespace })),
  custom: (id, value) => publisher.publish(toSlave("all"), JSON.stringify({ type: "custom", value })),
  disconnect: (id) => {
    infos.delete(id);
    clients.emit("left", id);
    report("left", id);
  },
};

function hear({ type, event, data, socketId, callbackId, slaveId, additionalSocketInfo }) {
  if (type === "newConnection") {
    infos.set(socketId, additionalSocketInfo);
    report("connected", socketId);
    clients.in(socketId).emit("welcome", socketId);
    return;
  }
  report("heard", event);
  if (callbackId) {
    const answer = (...args) =>
      publisher.publish(
        toSlave(slaveId),
        JSON.stringify({ type: "callback", callbackId, data: args, namespace, socketId }),
      );
    data.push(answer);
  }
  handlers[event]?.(socketId, ...data);
}

const subscriber = connect();
subscriber.on("message", (channel, text) => hear(JSON.parse(text)));
// The adapter subscribes on another connection; a round trip there comes after it.
subscriber.subscribe(toBackend(namespace), () => remote.allRooms(() => report("ready")));
