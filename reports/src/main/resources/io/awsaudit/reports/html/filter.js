// --- which findings -------------------------------------------------------------------------------------------------

/** Each facet with its values, and of each finding the number of its value. */
let facets;
const buildFacets = () => {
  const fixed = (key, label, values, of) => ({ key, label, values, of });
  /** A facet of what checks or resources have: their words are numbered, and each finding takes the number of its own. */
  const found = (key, label, wordsOfThem, column) => {
    const values = [...new Set(wordsOfThem)].sort();
    const places = new Map(values.map((value, place) => [value, place]));
    const placeOf = Uint16Array.from(wordsOfThem, word => places.get(word));
    return { key, label, values, of: Uint16Array.from(column, at => placeOf[at]) };
  };
  const ofResource = (key, label, column) => found(key, label, resources[column].map(word => data.words[word]), findings.resource);
  facets = [
    fixed('status', 'Status', states, stateOf),
    fixed('severity', 'Severity', data.severities, findings.severity),
    data.comparison ? fixed('change', 'Since the baseline', data.changes, findings.change) : null,
    found('service', 'Service', data.checks.map(check => check.service), findings.check),
    fixed('pillar', 'Pillar', data.pillars, Int32Array.from(findings.check, check => data.checks[check].pillar)),
    ofResource('account', 'Account', 'account'),
    ofResource('region', 'Region', 'region'),
    ofResource('type', 'Resource type', 'type'),
  ].filter(facet => facet !== null);
};

// What search looks through, in lower case. Messages and evidence take a while to unpack, and follow.
let texts = null;
const textsOf = () => texts ??= {
  checks: data.checks.map(check => [check.id, check.title, check.service, ...check.configRules, ...check.securityHub].join('\n').toLowerCase()),
  resources: resources.arn.map((arn, at) => {
    const { name, type, account, region, tags } = resourceAt(at);
    return [arn, name, type, account, region, ...tags.map(([key, value]) => `${key}=${value}`)].join('\n').toLowerCase();
  }),
  details: null,
};
let reading = null;
const readDetails = () => reading ??= (async () => {
  const all = [];
  for (let from = 0; from < findings.size; from += data.detailsBlock) {
    const block = await unpack(`details-${from / data.detailsBlock}`); // not kept: what is kept is the text
    for (const [message, evidence, path, gaps] of block.findings) {
      all.push([findings.fingerprint[all.length], message ?? '', ...evidence.flat(), ...path.flat(), ...gaps.map(gap => block.gaps[gap].operation)]
        .join('\n').toLowerCase());
    }
  }
  textsOf().details = all;
})();

/** Tests of a finding's number by all that is chosen outside of the facets. */
const otherTests = chosen => {
  const tests = [];
  if (chosen.framework) {
    const controls = data.frameworks.find(framework => framework.id === chosen.framework)?.controls ?? [];
    const wanted = new Set(controls.filter(control => !chosen.control || control.id === chosen.control).flatMap(control => control.checks));
    tests.push(index => wanted.has(findings.check[index]));
  }
  if (chosen.check) {
    const wanted = data.checks.findIndex(check => check.id === chosen.check);
    tests.push(index => findings.check[index] === wanted);
  }
  if (chosen.resource) {
    const wanted = new Set(resourcesAt(chosen.resource));
    tests.push(index => wanted.has(findings.resource[index]));
  }
  if (chosen.suppression) {
    const wanted = Number(chosen.suppression);
    tests.push(index => findings.suppression[index] === wanted);
  }
  if (chosen.gap) {
    const wanted = data.gaps.indexOf(chosen.gap);
    const together = data.gapsTogether.map(gaps => gaps.includes(wanted));
    tests.push(index => findings.gap[index] >= 0 && together[findings.gap[index]]);
  }
  for (const word of chosen.q.toLowerCase().split(/\s+/).filter(Boolean)) {
    const { checks, resources: named, details } = textsOf();
    const inChecks = checks.map(text => text.includes(word));
    const inResources = named.map(text => text.includes(word));
    tests.push(index => inChecks[findings.check[index]] || inResources[findings.resource[index]] || (details !== null && details[index].includes(word)));
  }
  return tests;
};

/** Finds what matches, and for each facet how many would match by each of its values. */
const filter = chosen => {
  const tests = otherTests(chosen);
  const sets = facets.map(({ key, values }) => chosen[key].length ? values.map(value => chosen[key].includes(value)) : null);
  const counts = facets.map(({ values }) => new Uint32Array(values.length));
  const matches = new Uint32Array(findings.size);
  let size = 0;
  for (let index = 0; index < findings.size; index++) {
    let misses = 0;
    let missed = -1;
    for (let place = 0; place < facets.length && misses < 2; place++) {
      if (sets[place] && !sets[place][facets[place].of[index]]) {
        misses++;
        missed = place;
      }
    }
    if (misses > 1 || !tests.every(test => test(index))) {
      continue;
    }
    if (misses === 1) {
      counts[missed][facets[missed].of[index]]++;
    } else {
      for (let place = 0; place < facets.length; place++) {
        counts[place][facets[place].of[index]]++;
      }
      matches[size++] = index;
    }
  }
  return { matches: matches.subarray(0, size), counts };
};

// --- their order ----------------------------------------------------------------------------------------------------

const ranks = {};
/** For each finding its place in an order; the order of the result itself (check, then ARN) breaks ties. */
const rank = key => ranks[key] ??= (() => {
  switch (key) {
    case 'severity': return Int32Array.from(findings.severity, (severity, index) => severity * states.length + stateOf[index]);
    case 'status': return Int32Array.from(stateOf, (state, index) => state * data.severities.length + findings.severity[index]);
    case 'check': return findings.check;
    case 'resource': {
      const order = Array.from(resources.name, (name, at) => at).sort((one, other) => d3.ascending(resources.name[one], resources.name[other]));
      const places = new Int32Array(order.length);
      order.forEach((at, place) => places[at] = place);
      return Int32Array.from(findings.resource, at => places[at]);
    }
    default: return facets.find(facet => facet.key === key).of;
  }
})();
/** Sorts by counting, for places are small numbers; what has the same place stays in the order of the result. */
const sorted = (matches, key, descending) => {
  const places = rank(key);
  const last = d3.max(places) ?? 0;
  const bucket = descending ? index => last - places[index] : index => places[index];
  const next = new Uint32Array(last + 2);
  for (const index of matches) {
    next[bucket(index) + 1]++;
  }
  for (let place = 1; place < next.length; place++) {
    next[place] += next[place - 1];
  }
  const order = new Uint32Array(matches.length);
  for (const index of matches) {
    order[next[bucket(index)]++] = index;
  }
  return order;
};
