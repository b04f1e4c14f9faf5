// Runs one scenario: node run.js <client package> <scenario> <distributor> <other distributor>
import { scenarios } from "./scenarios.js";

const TIMEOUT = 20_000;

const [client, scenario, ...distributors] = process.argv.slice(2);
const module = await import(client);
const io = module.io ?? module.default.io ?? module.default;
/** Major version 2 speaks older protocols: it has no auth, and no ids of the server's. */
const legacy = client.endsWith("-2");
const sockets = [];

/** Creates a socket of a namespace of one of the distributors, on a connection of its own unless told otherwise. */
function socket(namespace = "/chat", { distributor = 0, ...options } = {}) {
  const created = io(distributors[distributor] + namespace, { forceNew: true, reconnectionDelay: 100, ...options });
  sockets.push(created);
  return created;
}

const timer = setTimeout(() => {
  console.error(`${scenario} is not done after ${TIMEOUT} ms`);
  process.exit(1);
}, TIMEOUT);

try {
  await scenarios[scenario]({ io, socket, distributors, legacy });
  console.log(`${scenario} is done`);
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
  sockets.forEach((each) => each.disconnect());
  // Version 3 forgets a connection that it closes while it upgrades: the process would wait for it.
  setTimeout(() => process.exit(), 500).unref();
}
