// Validates a document against the official JSON Schema of AsyncAPI: node check-asyncapi.js <asyncapi.json>
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const schema = createRequire(import.meta.url)(`@asyncapi/specs/schemas/${document.asyncapi}-without-$id.json`);
const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
if (!ajv.validate(schema, document)) {
  ajv.errors.forEach((error) => console.log(`${error.instancePath} ${error.message}`));
  process.exitCode = 1;
}

// What a schema cannot say: that references lead somewhere.
function follow(value) {
  if (value && typeof value === "object") {
    if (typeof value.$ref === "string") {
      const target = value.$ref
        .slice(2)
        .split("/")
        .reduce((parent, key) => parent?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
      if (target === undefined) {
        console.log(`${value.$ref} leads nowhere`);
        process.exitCode = 1;
      }
    }
    Object.values(value).forEach(follow);
  }
}
follow(document);
