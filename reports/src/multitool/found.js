// Prints what the validator found in a file, and fails if that is anything.
const fs = require('fs');

const [, , log, file] = process.argv;
const run = JSON.parse(fs.readFileSync(log, 'utf8').replace(/^\uFEFF/, '')).runs[0];
const failures = (run.invocations || []).filter((invocation) => !invocation.executionSuccessful);
const found = run.results || [];
for (const result of found.slice(0, 50)) {
  const region = result.locations[0].physicalLocation.region || {};
  const message = result.message;
  console.error(
    `${file}:${region.startLine}: ${result.level || 'warning'} ${result.ruleId} ` +
      `${message.text || message.id} ${(message.arguments || []).join(' ')}`,
  );
}
for (const invocation of failures) {
  console.error(`${file}: the validator itself failed: ${JSON.stringify(invocation)}`);
}
console.log(`${file}: ${found.length} errors and warnings`);
process.exit(found.length > 0 || failures.length > 0 ? 1 : 0);
