// --- a resource -----------------------------------------------------------------------------------------------------

const DRAWN = 8;

/** Attributes as a person reads them: objects as pairs, lists as lists, and what was not read said so. */
const scalar = value => typeof value === 'string' && value.startsWith('arn:') && resourcesAt(value).length
  ? link(resourceAddress(value), { class: 'arn' }, value) : code(String(value));
const attribute = value => {
  if (value === null) {
    return under('none');
  }
  if (Array.isArray(value)) {
    if (!value.length) {
      return under('none');
    }
    return value.every(item => typeof item !== 'object') ? make('ul', { class: 'values' }, value.map(item => make('li', {}, scalar(item))))
      : make('ol', { class: 'values' }, value.map(item => make('li', {}, attribute(item))));
  }
  if (typeof value === 'object') {
    if (value.$unknown) {
      return make('span', { class: 'state unknown' }, `Not read: ${value.$unknown.operation}, ${value.$unknown.cause.toLowerCase().replaceAll('_', ' ')}`);
    }
    const entries = Object.entries(value);
    return entries.length
      ? make('dl', { class: 'attributes' }, entries.map(([name, inner]) => make('div', {}, make('dt', {}, name), make('dd', {}, attribute(inner)))))
      : under('none');
  }
  return scalar(value);
};

const neighbours = (arn, inventory) => {
  const from = inventory.from.map(([relation, to]) => [arn, relation, to]);
  const to = inventory.to.map(([relation, other]) => [other, relation, arn]);
  const all = [...from, ...to];
  if (!all.length) {
    return nothing('No other resource that was seen is linked to it.');
  }
  const isCut = from.length > DRAWN || to.length > DRAWN;
  return [
    graph(arn, [...from.slice(0, DRAWN), ...to.slice(0, DRAWN)]),
    isCut ? make('p', { class: 'under' }, 'The graph shows the first of them; the list has ',
      inventory.edges > all.length ? `${number(all.length)} of ${number(inventory.edges)}.` : 'all.') : null,
    make('details', { open: all.length <= 12 }, make('summary', {}, count(all.length, 'edge')), edgeList(all, arn)),
  ];
};

const resourceView = {
  title: chosen => nameOf(chosen.arn),
  async show(chosen) {
    const numbers = resourcesAt(chosen.arn);
    if (!numbers.length) {
      return [make('h1', {}, 'No such resource'), note('No listed finding is about ', code(chosen.arn), '. ', link('#findings', {}, 'All findings'))];
    }
    const wanted = new Set(numbers);
    const on = [...sorted(Array.from(findings.resource, (at, index) => index).filter(index => wanted.has(findings.resource[index])), 'status', false)];
    const inventories = await Promise.all(numbers.map(inventoryOf));
    const at = Math.max(0, inventories.findIndex(inventory => inventory !== null));
    const inventory = inventories[at];
    const resource = resourceAt(numbers[at]);
    const states = d3.rollups(on, group => group.length, index => stateWord(index));
    return [
      crumbs(link(listed.address, {}, 'Findings'), resource.type),
      make('h1', {}, resource.name),
      make('p', { class: 'on' }, arnText(resource.arn)),
      make('div', { class: 'columns wide-left' },
        make('div', {},
          panel('verdicts', 'All verdicts', make('p', { class: 'under' }, states.map(([state, size]) => `${number(size)} ${state.replaceAll('-', ' ')}`).join(', '),
            data.omittedFindings ? '; others may be counted only' : ''),
          table({}, 'All verdicts on this resource', [['Severity'], ['Status'], ['Check']], on.slice(0, 500).map(index => [
            severityMark(severityWord(index)), stateMark(stateWord(index)), [link(findingAddress(index), {}, checkOf(index).title), under(checkOf(index).id)],
          ])),
          on.length > 500 ? link(findingsAddress({ status: [], resource: resource.arn }), {}, `All ${number(on.length)} findings`) : null),
          inventory ? panel('neighbours', 'Neighbours', neighbours(resource.arn, inventory)) : null),
        make('aside', { 'aria-label': 'About this resource' },
          panel('facts', 'Facts', facts([['Name', resource.name], ['Type', resource.type], ['Account', resource.account], ['Region', resource.region],
            ['Tags', resource.tags.length ? tagMarks(resource.tags) : 'none that were read']])),
          panel('attributes', 'Attributes', inventory
            ? Object.keys(inventory.attributes).length ? attribute(inventory.attributes) : nothing('It has none.')
            : note(!data.attributes ? 'This report was made from a kept result, which does not hold attributes. A scan or a snapshot gives them.'
              : data.attributesOmitted
                ? `The attributes of ${count(data.attributesOmitted, 'resource')} are left out to keep this file usable, these among them. The snapshot has them.`
                : 'The inventory does not hold this one: it stands for what could not be listed.')))),
    ];
  },
};
