// --- overview -------------------------------------------------------------------------------------------------------

const shares = (sum, query) => [
  ...data.severities.map((severity, place) => [severity, sum[place], findingsAddress({ ...query, status: 'fail', severity })]),
  ['unknown', othersIn(sum, 'unknown'), findingsAddress({ ...query, status: 'unknown' })],
];
const FIRST = 12;

/** A panel of bars, the worst first; beyond the first few, on request. */
const byWhat = (id, title, groups, query) => {
  const order = groups.filter(({ totals }) => failuresIn(totals) + othersIn(totals, 'unknown') > 0)
    .sort((one, other) => failuresIn(other.totals) - failuresIn(one.totals) || d3.ascending(one.name, other.name));
  const row = ({ name, totals }) => ({
    name: id === 'by-pillar' ? words(name) : name, href: findingsAddress(query(name)), values: shares(totals, query(name)), total: number(failuresIn(totals)),
  });
  const box = make('div', {}, order.length ? stackedBars(title, order.slice(0, FIRST).map(row)) : nothing('Nothing fails.'));
  if (order.length > FIRST) {
    const more = make('button', { type: 'button' }, `Show all ${number(order.length)}`);
    more.addEventListener('click', () => {
      box.replaceChildren(stackedBars(title, order.map(row)));
      drawCharts();
    });
    box.append(more);
  }
  return panel(id, title, legend([...data.severities, 'unknown']), box);
};

const scoreOf = framework => {
  const counts = d3.rollup(framework.controls, group => group.length, control => control.status ?? 'not-evaluated');
  const of = state => counts.get(state) ?? 0;
  const decided = of('pass') + of('fail');
  return { of, decided, score: decided ? `${Math.floor(100 * of('pass') / decided)} %` : '–' };
};
const scoreExplained = () => make('p', { class: 'under' }, 'The score is the share of the decided controls that pass; what is unknown or manual counts for neither.');
const CONTROL_STATES = ['pass', 'fail', 'unknown', 'manual', 'not-applicable', 'not-evaluated'];
const frameworkScores = () => stackedBars('Controls of each framework', data.frameworks.map(framework => {
  const { of, score } = scoreOf(framework);
  return { name: framework.title, href: frameworkAddress(framework.id), values: CONTROL_STATES.map(state => [state, of(state)]), total: score };
}), true);

const headline = () => {
  const all = data.totals.all;
  const failures = failuresIn(all);
  const unknown = othersIn(all, 'unknown');
  const failing = data.checks.filter(check => failuresIn(check.totals) > 0).length;
  return make('p', { class: 'headline' },
    d3.sum(all) === 0 ? 'There was nothing to judge: no resource is in the scope of any check.'
      : failures === 0 ? 'Nothing that was seen fails.'
        : [make('strong', {}, count(failures, 'finding')), ` ${failures === 1 ? 'fails' : 'fail'} ${count(failing, 'check')}.`],
    unknown > 0 ? [` ${count(unknown, 'finding')} could not be decided: `, link('#coverage', {}, 'see what could not be read'), '.'] : null);
};

const omittedNote = () => data.omittedFindings
  ? note(make('strong', {}, `${number(data.omittedFindings)} findings are counted, but not listed, `), 'to keep this file usable: ',
    data.omitted.join('; '), '. The JSON report has them all.')
  : null;

const tiles = () => {
  const all = data.totals.all;
  return make('ul', { class: 'tiles', 'aria-label': 'Findings by severity' },
    data.severities.map((severity, place) => tile(all[place], severity, severity, findingsAddress({ status: 'fail', severity }))),
    tile(othersIn(all, 'unknown'), 'unknown', 'unknown', findingsAddress({ status: 'unknown' })),
    tile(othersIn(all, 'pass'), 'pass', 'passed', findingsAddress({ status: 'pass' })));
};
const asides = () => {
  const fresh = data.totals.changes.find(({ name }) => name === 'new');
  const ending = data.suppressions.filter(({ state }) => state === 'ends soon').length;
  const expired = data.suppressions.filter(({ state }) => state === 'expired').length;
  return make('p', { class: 'asides' },
    data.comparison ? [link('#changes', {}, `${count(fresh ? failuresIn(fresh.totals) : 0, 'new failure')} since ${day(data.comparison.baseline)}`), ' '] : null,
    [['not-applicable', 'not applicable'], ['manual', 'for a person to decide'], ['suppressed', 'suppressed']]
      .filter(([state]) => othersIn(data.totals.all, state))
      .map(([state, label]) => [link(findingsAddress({ status: state }), {}, `${number(othersIn(data.totals.all, state))} ${label}`), ' ']),
    ending ? [link('#suppressions', {}, ending === 1 ? '1 suppression ends soon' : `${number(ending)} suppressions end soon`), ' '] : null,
    expired ? link('#suppressions', {}, `${count(expired, 'suppression')} expired`) : null);
};

const fixFirst = () => {
  const failing = data.checks.filter(check => failuresIn(check.totals) > 0)
    .sort((one, other) => one.severity - other.severity || failuresIn(other.totals) - failuresIn(one.totals) || d3.ascending(one.id, other.id));
  const rows = some => table({ id: 'failing' }, 'Checks that fail, the most severe first', [['Severity'], ['Check'], ['Fail', 'number'], ['Pass', 'number']],
    some.map(check => [
      severityMark(data.severities[check.severity]),
      [link(findingsAddress({ status: 'fail', check: check.id }), {}, check.title), under(check.id)],
      countLink(failuresIn(check.totals), { status: 'fail', check: check.id }, 'fail'),
      countLink(othersIn(check.totals, 'pass'), { status: 'pass', check: check.id }, 'quiet'),
    ]));
  const box = make('div', {}, failing.length ? rows(failing.slice(0, 10)) : nothing('No check fails.'));
  if (failing.length > 10) {
    const more = make('button', { type: 'button', id: 'more-checks' }, `Show all ${number(failing.length)} failing checks`);
    more.addEventListener('click', () => box.replaceChildren(rows(failing)));
    box.append(more);
  }
  return panel('first', 'What to fix first', box);
};

const overviewView = {
  title: () => 'Overview',
  show: () => {
    const all = data.totals.all;
    const severities = data.severities.map((severity, place) => ({
      name: severity, kind: severity, value: all[place], href: findingsAddress({ status: 'fail', severity }),
    }));
    return [
      make('h1', { class: 'hidden' }, 'Overview'),
      headline(), omittedNote(), tiles(), asides(),
      make('div', { class: 'columns' },
        make('div', {},
          fixFirst(),
          byWhat('by-pillar', 'By pillar', checksSummed(check => data.pillars[check.pillar]), pillar => ({ pillar })),
          data.frameworks.length ? panel('frameworks-scores', 'Frameworks', scoreExplained(),
            legend(CONTROL_STATES), frameworkScores()) : null),
        make('div', {},
          panel('by-severity', 'By severity', make('div', { class: 'ring-box' },
            ring('Failures by severity', severities, failuresIn(all), 'fail'),
            make('ul', { class: 'legend tall' }, severities.map(({ name, value, href }) => make('li', { class: name },
              link(href, {}, `${capital(name)} ${number(value)}`)))))),
          byWhat('by-service', 'By service', checksSummed(check => check.service), service => ({ service })),
          byWhat('by-region', 'By region', data.totals.regions, region => ({ region })),
          data.totals.accounts.length > 1 ? byWhat('by-account', 'By account', data.totals.accounts, account => ({ account })) : null)),
    ];
  },
};
