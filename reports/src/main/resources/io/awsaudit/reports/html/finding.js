// --- a finding ------------------------------------------------------------------------------------------------------

const evidenceTable = (items, own) => {
  const elsewhere = items.some(([of]) => of !== null);
  const whose = of => of === null || of === own ? 'this resource' : [resourceLink(of), under(arnText(of))];
  return table({ class: 'list evidence' }, 'Evidence', [['Property'], ['Seen'], ...(elsewhere ? [['Of']] : [])],
    items.map(([of, property, seen]) => [code(property), code(seen), ...(elsewhere ? [whose(of)] : [])]));
};
const gapList = gaps => make('ul', { class: 'gaps' }, gaps.map(({ cause, operation, action, blame, detail }) => make('li', {},
  code(operation), `: ${cause}`, action ? [', needs ', code(action)] : null, blame ? `, ${blame}` : null, detail ? under(detail) : null)));
const controlsOf = check => data.frameworks.map(framework => ({
  framework, controls: framework.controls.filter(control => control.checks.includes(check)),
})).filter(({ controls }) => controls.length);
const controlMarks = check => controlsOf(check).map(({ framework, controls }) => make('div', { class: 'control-marks' },
  link(frameworkAddress(framework.id), {}, framework.title),
  make('ul', { class: 'tags' }, controls.map(control => make('li', {},
    link(findingsAddress({ status: [], framework: framework.id, control: control.id }), { class: 'tag', title: control.title }, control.id))))));

const suppressionFacts = suppression => facts([
  ['Reason', suppression.reason], ['Owner', suppression.owner],
  ['Until', suppression.expires ? [suppression.expires, suppression.daysLeft >= 0 ? ` (${count(suppression.daysLeft, 'day')} left)` : ''] : 'for ever'],
  ['Covers', [code(suppression.check), ' on ', code(suppression.resource), suppression.account ? [' in account ', code(suppression.account)] : '',
    suppression.tag ? [' tagged ', code(suppression.tag)] : '']],
]);

const steps = index => {
  const place = listed.shown.indexOf(index);
  if (place < 0) {
    return null;
  }
  const step = (id, by, label) => {
    const other = listed.shown[place + by];
    return other === undefined ? make('span', { class: 'button off' }, label) : link(findingAddress(other), { id, class: 'button' }, label);
  };
  return make('div', { class: 'steps' }, step('previous-finding', -1, '‹ Previous'), make('span', {}, `${number(place + 1)} of ${number(listed.shown.length)}`),
    step('next-finding', 1, 'Next ›'));
};

const findingView = {
  title: chosen => {
    const index = findingOf(chosen.id);
    return index === undefined ? 'Finding' : `${checkOf(index).title}: ${resourceOf(index).name}`;
  },
  async show(chosen) {
    const index = findingOf(chosen.id);
    if (index === undefined) {
      return [make('h1', {}, 'No such finding'), note('This report does not list a finding with the fingerprint ', code(chosen.id),
        '. It may be among those that are counted only, or be gone. ', link('#findings', {}, 'All findings'))];
    }
    const check = checkOf(index);
    const resource = resourceOf(index);
    const details = await detailsOf(index);
    const state = stateWord(index);
    const suppression = data.suppressions[findings.suppression[index]];
    const change = data.changes[findings.change[index]];
    const firstSeen = data.words[findings.firstSeen[index]];
    const edges = details.path.map(([from, relation, to]) => [from ?? resource.arn, relation, to ?? resource.arn]);
    const sameResource = resourcesAt(resource.arn).length;
    return [
      make('div', { class: 'bar-top' }, crumbs(link(listed.address, {}, 'Findings'), code(check.id)), steps(index)),
      make('div', { class: 'marks' }, severityMark(severityWord(index)), stateMark(state),
        change ? make('span', { class: `change ${change}` }, words(change)) : null),
      make('h1', {}, check.title),
      make('p', { class: 'on' }, 'on ', link(resourceAddress(resource.arn), {}, resource.name), ` · ${resource.type} · ${resource.region} · ${resource.account}`),
      make('div', { class: 'columns wide-left' },
        make('div', {},
          panel('seen', state === 'unknown' || details.gaps.length ? 'What could not be seen' : 'What was seen',
            make('p', { class: `message ${state}` }, details.message),
            details.gaps.length ? gapList(details.gaps) : null,
            details.evidence.length ? make('div', { id: 'evidence' }, evidenceTable(details.evidence, resource.arn)) : null),
          edges.length ? panel('path', 'How it is linked', graph(resource.arn, edges), edgeList(edges, resource.arn)) : null,
          panel('why', 'Why it matters', prose(check.why)),
          panel('fix', 'How to fix it', prose(check.fix),
            check.cli ? commands('AWS CLI', check.cli) : null, check.terraform ? commands('Terraform', check.terraform) : null,
            make('p', { class: 'under' }, 'Source: ', sourceLink(check.source)))),
        make('aside', { 'aria-label': 'About this finding' },
          suppression ? panel('suppression', 'Suppressed', suppressionFacts(suppression), facts([['Verdict', words(data.statuses[findings.status[index]])]])) : null,
          panel('facts', 'Facts', facts([
            ['Resource', [link(resourceAddress(resource.arn), {}, resource.name), under(arnText(resource.arn))]],
            ['Type', resource.type], ['Account', resource.account], ['Region', resource.region],
            ['Tags', resource.tags.length ? tagMarks(resource.tags) : ''],
            ['Since the baseline', change ? [words(change),
              details.before ? `, was ${details.before.replace('-', ' ')}` : '', details.reason ? under(details.reason) : null] : ''],
            ['First seen', firstSeen ? time(firstSeen) : ''],
            ['Pillar', words(data.pillars[check.pillar])], ['Best practice', check.bestPractice],
            ['AWS Config', check.configRules.join(', ')], ['Security Hub', check.securityHub.join(', ')],
            ['Fingerprint', arnText(findings.fingerprint[index])],
          ])),
          controlsOf(findings.check[index]).length ? panel('controls', 'Framework controls', controlMarks(findings.check[index])) : null,
          panel('related', 'Related', make('ul', { class: 'plain' },
            make('li', {}, link(findingsAddress({ status: [], check: check.id }), {}, `All ${number(d3.sum(check.totals))} findings of this check`)),
            make('li', {}, link(findingsAddress({ status: [], resource: resource.arn }), {},
              sameResource > 1 ? 'All findings at this ARN' : 'All findings on this resource')))))),
    ];
  },
};
