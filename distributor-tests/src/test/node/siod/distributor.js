// A distributor as the original is on the wire: node distributor.js <redis> <prefix> <key> <number> <namespace>...
const http = require("http");
const socketIo = require("socket.io");
const { rest, connect, report, adapter, toBackend, toSlave } = require("./wire");

const [number, ...namespaces] = rest;
const slaveId = Number(number);
const server = http.createServer();
const io = socketIo(server, { adapter: adapter() });
const publisher = connect();
const callbacks = new Map();
let lastCallback = 0;

function send(namespace, message, onHeard = () => {}) {
  publisher.publish(toBackend(namespace), JSON.stringify(message), (failure, heard) => onHeard(heard));
}

function disconnectAll(namespace) {
  Object.values(io.of(namespace).connected).forEach((socket) => socket.disconnect());
}

function serve(namespace) {
  io.of(namespace).on("connection", (socket) => {
    const socketId = socket.id;
    const info = { type: "newConnection", socketId, additionalSocketInfo: { from: `distributor ${number}` } };
    send(namespace, info, (heard) => heard === 0 && disconnectAll(namespace));
    socket.use(([event, ...data], next) => {
      const message = { type: "clientMessage", event, data, socketId, slaveId };
      if (typeof data[data.length - 1] === "function") {
        message.callbackId = ++lastCallback;
        callbacks.set(`${socketId} ${lastCallback}`, data.pop());
      }
      send(namespace, message);
      next();
    });
    socket.on("disconnect", () =>
      send(namespace, { type: "clientMessage", event: "disconnect", data: [], socketId, slaveId }),
    );
  });
}

namespaces.forEach(serve);

const subscriber = connect();
subscriber.on("message", (channel, text) => {
  const message = JSON.parse(text);
  if (message.type === "callback") {
    const name = `${message.socketId} ${message.callbackId}`;
    const callback = callbacks.get(name);
    callbacks.delete(name);
    callback?.(...message.data);
  } else if (message.type === "close") {
    disconnectAll(message.namespace);
  } else {
    report("custom", message);
  }
});
subscriber.subscribe(toSlave(number), toSlave("all"), () =>
  server.listen(0, "127.0.0.1", () => report("listening", server.address().port)),
);
