// Runs one scenario beside a fleet: node interop/run.js <file> <scenario> <redis> <key> <distributor> <other distributor>
import { createServer } from "node:http";
import { createClient } from "redis";
import { io } from "socket.io-client";

const TIMEOUT = 30_000;
const REST = 20;

const [file, scenario, redis, key, ...distributors] = process.argv.slice(2);
const { scenarios } = await import(file);
const closing = [];

/** Connects to the Redis of the fleet. */
async function connect() {
  const client = createClient({ url: redis });
  client.on("error", (failure) => console.error(failure));
  await client.connect();
  closing.push(() => client.disconnect());
  return client;
}

/** A client of one of the distributors, or of another server, connected. */
async function join({ distributor = 0, url = distributors[distributor], namespace = "/chat", ...options } = {}) {
  const socket = io(url + namespace, { forceNew: true, reconnectionDelay: 100, ...options });
  closing.push(() => socket.disconnect());
  await new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

/** Waits until so many servers hear what is published for a namespace. */
async function heardBy(servers, client, namespace = "/chat") {
  const channel = `${key}-request#${namespace}#`;
  await eventually(async () => (await client.sendCommand(["PUBSUB", "NUMSUB", channel]))[1] === servers);
}

/** Waits until something is true; the scenario's own time limit ends it. */
async function eventually(condition) {
  while (!await condition()) {
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
}

/** Keeps all that a client hears: name and arguments. */
function record(socket) {
  const events = [];
  socket.onAny((...event) => events.push(event));
  return events;
}

/** An HTTP server on a free port, and its address. */
async function listen() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

const timer = setTimeout(() => {
  console.error(`${scenario} is not done after ${TIMEOUT} ms`);
  process.exit(1);
}, TIMEOUT);

try {
  await scenarios[scenario]({ key, connect, join, heardBy, eventually, record, listen });
  console.log(`${scenario} is done`);
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  for (const close of closing.reverse()) {
    await close();
  }
  setTimeout(() => process.exit(), 500).unref();
}
