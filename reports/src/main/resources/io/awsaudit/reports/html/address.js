// --- the address ----------------------------------------------------------------------------------------------------
// All that is chosen stands in the address after the '#', and what is shown follows from it alone: it can be kept and sent.

const FACETS = ['status', 'severity', 'service', 'pillar', 'account', 'region', 'type', 'change'];
const SINGLE = ['framework', 'control', 'check', 'resource', 'gap', 'suppression', 'q'];
const SORTS = ['severity', 'status', 'check', 'resource', 'account', 'region'];
const DEFAULT_STATUS = ['fail', 'unknown'];

const addressOf = (view, parameters = {}) => {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString()
    .replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  return query ? `#${view}?${query}` : `#${view}`;
};

// A comma within a value would part it.
const escaped = value => value.replaceAll('%', '%25').replaceAll(',', '%2C');
const unescaped = value => value.replaceAll('%2C', ',').replaceAll('%25', '%');

/** The address of findings; what is not chosen is any, but the status, which is what asks for something. */
const findingsAddress = chosen => addressOf('findings', Object.fromEntries([
  ...FACETS.map(key => {
    const values = [chosen[key] ?? (key === 'status' ? DEFAULT_STATUS : [])].flat();
    const text = values.map(escaped).join();
    return [key, key !== 'status' ? text : values.join() === DEFAULT_STATUS.join() ? '' : text || 'any'];
  }),
  ...SINGLE.map(key => [key, chosen[key]]),
  ['sort', chosen.sort === 'severity' ? '' : chosen.sort],
  ['order', chosen.order],
]));
const findingAddress = index => addressOf('finding', { id: findings.fingerprint[index] });
const resourceAddress = arn => addressOf('resource', { arn });
const frameworkAddress = id => addressOf('framework', { id });


const parse = hash => {
  const [view, query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const given = new URLSearchParams(query);
  const chosen = { view, id: given.get('id') ?? '', arn: given.get('arn') ?? '' };
  for (const key of SINGLE) {
    chosen[key] = given.get(key) ?? '';
  }
  for (const key of FACETS) {
    const value = given.get(key);
    chosen[key] = value === null ? key === 'status' ? DEFAULT_STATUS : [] : value === 'any' ? [] : value.split(',').map(unescaped);
  }
  chosen.sort = SORTS.includes(given.get('sort')) ? given.get('sort') : 'severity';
  chosen.order = given.get('order') === 'desc' ? 'desc' : '';
  return chosen;
};
