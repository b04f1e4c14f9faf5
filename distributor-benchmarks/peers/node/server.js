// Usage: node server.js PORT REDIS_PORT. Does what the other servers of the comparison do.
import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";

const [port, redisPort] = process.argv.slice(2).map(Number);
const http = createServer();
const io = new Server(http, { serveClient: false });

const publisher = createClient({ socket: { host: "127.0.0.1", port: redisPort } });
const subscriber = publisher.duplicate();
await Promise.all([publisher.connect(), subscriber.connect()]);
io.adapter(createAdapter(publisher, subscriber));

io.on("connection", (socket) => {
  socket.on("echo", (text, ack) => ack(text));
  socket.on("echoBytes", (bytes, ack) => ack(bytes));
  socket.on("join", async (room, ack) => {
    await socket.join(room);
    ack(true);
  });
  socket.on("publish", (time, text) => io.emit("news", time, text));
  socket.on("publishTo", (time, text, room) => io.to(room).emit("news", time, text));
});

http.listen(port, "127.0.0.1", () => console.log(`listens on port ${port}`));
process.stdin.on("data", () => {
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`live memory: ${heapUsed + external}`);
});
process.on("SIGTERM", () => process.exit(0));
