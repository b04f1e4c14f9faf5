// The channels that the original has beside those of socket.io-redis, and connections to Redis.
const redis = require("redis");
const adapter = require("socket.io-redis");

/** Where a fleet is: node <script> <redis url> <prefix> <key> ... */
const [url, prefix, key, ...rest] = process.argv.slice(2);

function connect() {
  return redis.createClient(url);
}

/** Prints something that the test waits for. */
function report(what, ...values) {
  console.log([what, ...values.map((value) => JSON.stringify(value))].join(" "));
}

module.exports = {
  rest,
  connect,
  report,
  adapter: () => adapter({ pubClient: connect(), subClient: connect(), key, requestsTimeout: 10000 }),
  toBackend: (namespace) => `${prefix}/toBackend${namespace}`,
  toSlave: (number) => `${prefix}/toSlave/${number}`,
};

// The parent is the test: when it is gone, so is this process.
process.stdin.on("end", () => process.exit()).resume();
