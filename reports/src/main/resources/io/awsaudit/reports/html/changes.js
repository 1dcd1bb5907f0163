// --- changes since a baseline ---------------------------------------------------------------------------------------

const SHOWN = 50;

const changesView = {
  title: () => 'Changes',
  show() {
    if (!data.comparison) {
      return [make('h1', {}, 'Changes'), note('This result was not compared with a baseline; ', code('--baseline'), ' names one.')];
    }
    const { baseline, gone, goneCount, unseen, unseenCount } = data.comparison;
    const sumOf = change => data.totals.changes.find(({ name }) => name === change)?.totals;
    const newSum = sumOf('new');
    const newFailures = newSum ? failuresIn(newSum) : 0;
    const newUnknown = newSum ? othersIn(newSum, 'unknown') : 0;
    const fixed = sumOf('fixed') ? d3.sum(sumOf('fixed')) : 0;
    const place = change => data.changes.indexOf(change);
    const select = test => [...sorted(Array.from(findings.change, (unused, index) => index).filter(test), 'severity', false)];
    const rows = (caption, some) => table({}, caption, [['Severity'], ['Status'], ['Check'], ['Resource'], ['Region']], some.slice(0, SHOWN).map(index => [
      severityMark(severityWord(index)), stateMark(stateWord(index)), [link(findingAddress(index), {}, checkOf(index).title), under(checkOf(index).id)],
      [resourceOf(index).name, under(resourceOf(index).type)], resourceOf(index).region,
    ]));
    const more = (size, query) => size > SHOWN ? make('p', {}, link(findingsAddress(query), {}, `All ${number(size)}`)) : null;
    const earlier = (caption, some, size) => [
      table({}, caption, [['Severity'], ['Check'], ['Resource'], ['Region'], ['Why']], some.slice(0, SHOWN * 4).map(finding => [
        severityMark(data.severities[finding.severity]), [data.checks.find(({ id }) => id === finding.check)?.title ?? finding.check, under(finding.check)],
        [finding.name, under(arnText(finding.arn))], finding.region, finding.reason ?? finding.message,
      ])),
      size > SHOWN * 4 ? make('p', { class: 'under' }, `The most severe of ${number(size)}; the JSON report has them all.`) : null,
    ];
    const fresh = select(index => findings.change[index] === place('new') && ['fail', 'unknown'].includes(stateWord(index)));
    const mended = select(index => findings.change[index] === place('fixed'));
    return [
      make('h1', {}, 'Changes'),
      make('p', { class: 'headline' }, `Since ${time(baseline)}: `, make('strong', {}, count(newFailures, 'new failure')),
        `, ${number(fixed)} fixed, ${number(goneCount)} gone with their resource.`),
      make('ul', { class: 'tiles', 'aria-label': 'What changed' },
        tile(newFailures, 'fail', 'new failures', findingsAddress({ status: 'fail', change: 'new' })),
        tile(newUnknown, 'unknown', 'newly unknown', findingsAddress({ status: 'unknown', change: 'new' })),
        tile(fixed, 'pass', 'fixed', findingsAddress({ status: [], change: 'fixed' })),
        tile(goneCount, 'quiet', 'gone', '#changes'), tile(unseenCount, 'quiet', 'not looked at', '#changes'),
        tile(sumOf('unchanged') ? failuresIn(sumOf('unchanged')) : 0, 'quiet', 'unchanged failures', findingsAddress({ status: 'fail', change: 'unchanged' }))),
      panel('new', 'New', fresh.length ? [rows('New findings', fresh), more(fresh.length, { change: 'new' })]
        : nothing('Nothing new asks for anything.')),
      panel('fixed', 'Fixed', mended.length ? [rows('Fixed findings', mended), more(mended.length, { status: [], change: 'fixed' })]
        : nothing('Nothing was fixed.')),
      goneCount ? panel('gone', 'Gone with their resource', earlier('Failures that are gone', gone, goneCount)) : null,
      unseenCount ? panel('unseen', 'Not looked at this time',
        make('p', { class: 'under' }, 'They failed then, and nothing can be said of them now.'),
        earlier('Failures that were not looked at', unseen, unseenCount)) : null,
    ];
  },
};
