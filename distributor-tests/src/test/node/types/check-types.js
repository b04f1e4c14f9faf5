// Compiles clients against generated types: node check-types.js <events.d.ts> <client.ts>...
// Writes one line for each mistake: <client>: TS<code>: <message>
import path from "node:path";
import ts from "typescript";

const [events, ...clients] = process.argv.slice(2);

function check(file) {
  const program = ts.createProgram([file, events], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    paths: { "server-events": [path.resolve(events)] },
  });
  for (const { code, messageText, file: where } of ts.getPreEmitDiagnostics(program)) {
    const name = where ? path.basename(where.fileName) : path.basename(file);
    console.log(`${path.basename(file)}: TS${code}: ${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  }
}

clients.forEach(check);
