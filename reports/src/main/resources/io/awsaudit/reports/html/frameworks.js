// --- frameworks -----------------------------------------------------------------------------------------------------

const controlState = control => control.status ?? 'not-evaluated';
/** Why a control is neither passed nor failed by what was seen, in words. */
const reasonOf = control => {
  const state = controlState(control);
  const [fail, unknown, pass] = control.counts;
  if (control.unanswered) {
    return `No check answers it: ${control.unanswered}`;
  }
  switch (state) {
    case 'fail': return `${count(fail, 'finding')} of its checks ${fail === 1 ? 'fails' : 'fail'}${unknown ? `, and ${number(unknown)} could not be decided` : ''}.`;
    case 'unknown': return `Nothing fails, but ${count(unknown, 'finding')} could not be decided.`;
    case 'pass': return `${count(pass, 'finding')} ${pass === 1 ? 'passes' : 'pass'}.`;
    case 'manual': return control.guidance ?? 'Only a person can decide it.';
    case 'not-applicable': return 'There is no resource in its scope.';
    default: return control.otherChecks.length ? 'None of its checks is part of this audit.' : 'Nothing answers it yet.';
  }
};

const frameworksView = {
  title: () => 'Frameworks',
  show: () => [
    make('h1', {}, 'Frameworks'),
    data.frameworks.length ? panel('scores', 'Scores', scoreExplained(),
      legend(CONTROL_STATES), frameworkScores()) : nothing('No framework is part of this audit.'),
    data.frameworks.length ? panel('all-frameworks', 'All frameworks', table({}, 'Frameworks',
      [['Framework'], ...['Score', ...CONTROL_STATES.map(words), 'Controls'].map(name => [name, 'number'])], data.frameworks.map(framework => {
      const { of, score } = scoreOf(framework);
      return [[link(frameworkAddress(framework.id), {}, framework.title), under(framework.id)], make('strong', {}, score),
        ...CONTROL_STATES.map(state => number(of(state))), number(framework.controls.length)];
    }))) : null,
  ],
};

const frameworkView = {
  title: chosen => data.frameworks.find(({ id }) => id === chosen.id)?.title ?? 'Framework',
  show(chosen) {
    const framework = data.frameworks.find(({ id }) => id === chosen.id);
    if (!framework) {
      return [make('h1', {}, 'No such framework'), note('This audit has no framework ', code(chosen.id), '. ', link('#frameworks', {}, 'All frameworks'))];
    }
    const { of, score, decided } = scoreOf(framework);
    const states = CONTROL_STATES.filter(state => of(state));
    const checksOf = control => [
      control.checks.map(place => {
        const check = data.checks[place];
        return make('div', { class: 'check-line' }, link(findingsAddress({ status: [], check: check.id }), {}, check.id), under(
          countLink(failuresIn(check.totals), { status: 'fail', check: check.id }, 'fail'), ' fail · ',
          countLink(othersIn(check.totals, 'unknown'), { status: 'unknown', check: check.id }, 'unknown'), ' unknown · ',
          countLink(othersIn(check.totals, 'pass'), { status: 'pass', check: check.id }, 'pass'), ' pass'));
      }),
      control.otherChecks.map(id => make('div', { class: 'check-line' }, code(id), under('not part of this audit'))),
    ];
    const rows = wanted => table({ id: 'controls-table', class: 'list controls' }, `Controls of ${framework.title}`,
      [['Control', 'id'], ['What it asks'], ['Status', 'mark'], ['Why'], ['Checks']],
      framework.controls.filter(control => !wanted || controlState(control) === wanted).map(control => [
        make('strong', {}, control.id),
        [control.counts.some(Boolean) ? link(findingsAddress({ status: [], framework: framework.id, control: control.id }), {}, control.title) : control.title,
          control.level ? under(/^\d/.test(control.level) ? `Level ${control.level}` : control.level) : null],
        stateMark(controlState(control)),
        reasonOf(control),
        checksOf(control),
      ]));
    const box = make('div', {}, rows(''));
    const choice = make('select', { id: 'control-status' }, make('option', { value: '' }, `All ${number(framework.controls.length)} controls`),
      states.map(state => make('option', { value: state }, `${words(state)} (${number(of(state))})`)));
    choice.addEventListener('change', () => box.replaceChildren(rows(choice.value)));
    return [
      crumbs(link('#frameworks', {}, 'Frameworks'), code(framework.id)),
      make('h1', {}, framework.title),
      make('p', { class: 'headline' }, make('strong', {}, score), decided ? ` of ${count(decided, 'decided control')} pass` : 'No control could be decided',
        `; ${states.map(state => `${number(of(state))} ${state.replaceAll('-', ' ')}`).join(', ')}.`),
      legend(CONTROL_STATES),
      stackedBars(framework.title, [{
        name: 'Controls', href: frameworkAddress(framework.id), values: CONTROL_STATES.map(state => [state, of(state)]), total: score,
      }], true),
      make('p', { class: 'under' }, 'Published by: ', sourceLink(framework.source), '. The wording of the controls is ours.'),
      panel('controls', 'Controls', make('p', {}, make('label', {}, 'Show ', choice)), box),
    ];
  },
};
