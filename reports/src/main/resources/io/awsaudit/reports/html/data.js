// --- what the file holds ------------------------------------------------------------------------------------------
// Blocks of JSON, gzipped, in Base64. The first is unpacked at once, the others when someone looks at what is in them.

const d3 = require('d3');
const byId = id => document.getElementById(id);

const bytesOf = text => {
  if (Uint8Array.fromBase64) {
    return Uint8Array.fromBase64(text);
  }
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) {
    bytes[index] = binary.charCodeAt(index);
  }
  return bytes;
};

/** Unpacks a block, or gives null where the file has none of that name. */
const unpack = async id => {
  const element = byId(id);
  if (!element) {
    return null;
  }
  const stream = new Blob([bytesOf(element.textContent)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
};

/** Unpacks blocks of a kind one by one, and keeps those that were looked at. */
const blocksOf = kind => {
  const kept = new Map();
  return number => {
    if (!kept.has(number)) {
      kept.set(number, unpack(`${kind}-${number}`));
    }
    return kept.get(number);
  };
};
const detailsBlock = blocksOf('details');
const resourcesBlock = blocksOf('resources');

let data;
/** Column by column, by the number of a finding. */
let findings;
/** Column by column, by the number of a resource. */
let resources;
let states;
let SUPPRESSED;
/** The state of each finding: its verdict, or that it is suppressed. */
let stateOf;
let sortedFingerprints = null;

const load = async () => {
  data = await unpack('contents');
  findings = data.findings;
  resources = data.resources;
  // Half a surrogate pair cannot stand in an address.
  for (const [of, name] of [[data, 'words'], [resources, 'arn'], [resources, 'name']]) {
    of[name] = of[name].map(text => text.isWellFormed() ? text : visible(text));
  }
  findings.size = findings.check.length;
  findings.fingerprint = findings.fingerprint.split('\n');
  for (const name of ['check', 'status', 'severity', 'resource', 'change', 'firstSeen', 'suppression', 'gap']) {
    findings[name] = Int32Array.from(findings[name]);
  }
  states = [...data.statuses, 'suppressed'];
  SUPPRESSED = states.length - 1;
  stateOf = Uint8Array.from(findings.status, (status, index) => findings.suppression[index] < 0 ? status : SUPPRESSED);
};

const findingOf = fingerprint => {
  sortedFingerprints ??= new Map(findings.fingerprint.map((value, index) => [value, index]));
  return sortedFingerprints.get(fingerprint);
};
const checkOf = index => data.checks[findings.check[index]];
const stateWord = index => states[stateOf[index]];
const severityWord = index => data.severities[findings.severity[index]];

/** What a list of findings shows of a resource. */
const resourceAt = number => ({
  number,
  arn: resources.arn[number],
  name: resources.name[number] || resources.arn[number],
  type: data.words[resources.type[number]],
  account: data.words[resources.account[number]],
  region: data.words[resources.region[number]],
  tags: resources.tags[number].map(tag => data.tags[tag]),
});
const resourceOf = index => resourceAt(findings.resource[index]);

/** What only a finding's own page shows. */
const detailsOf = async index => {
  const block = await detailsBlock(Math.floor(index / data.detailsBlock));
  const [message, evidence, path, gaps, reason, before] = block.findings[index % data.detailsBlock];
  return { message: message ?? `${checkOf(index).title}.`, evidence, path, gaps: gaps.map(gap => block.gaps[gap]), reason, before };
};

/** What the inventory says of a resource; null where the file does not hold it. */
const inventoryOf = async number => {
  const block = await resourcesBlock(Math.floor(number / data.resourcesBlock));
  return block ? block[number % data.resourcesBlock] : null;
};

/** The numbers of the resources with an ARN; for what stands for all of a type there can be several. */
let byArn = null;
const resourcesAt = arn => {
  if (!byArn) {
    byArn = new Map();
    resources.arn.forEach((value, number) => byArn.has(value) ? byArn.get(value).push(number) : byArn.set(value, [number]));
  }
  return byArn.get(arn) ?? [];
};

// --- sums -----------------------------------------------------------------------------------------------------------
// Of all findings, those too that the file does not list: failures by severity, then each of data.others.

const failuresIn = sum => d3.sum(data.severities, (severity, place) => sum[place]);
const othersIn = (sum, state) => sum[data.severities.length + data.others.indexOf(state)];
const checksSummed = keyOf => Array.from(
  d3.rollup(data.checks, group => d3.transpose(group.map(check => check.totals)).map(values => d3.sum(values)), keyOf),
  ([name, totals]) => ({ name, totals }));
