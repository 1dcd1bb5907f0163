// --- coverage -------------------------------------------------------------------------------------------------------

const FEW = 3;

/** An operation may be parted after its service. */
const operationCode = operation => make('code', {}, operation.split(/(?<=:)/).map((part, place) => [place ? make('wbr') : null, part]));

const unseenTable = (caption, reasons) => table({ class: 'list unseen' }, caption,
  [['Cause', 'mark'], ['Operation'], ['Where'], ['What AWS said, and what to do'], ['Undecided checks'], ['Calls', 'number'], ['Findings', 'number']],
  reasons.map(reason => [
    make('span', { class: 'state unknown' }, words(reason.cause)),
    [operationCode(reason.operation), reason.action ? under('needs ', code(reason.action)) : null],
    few([...(reason.accounts.length > 1 ? reason.accounts : []), ...reason.regions], FEW, 'places'),
    [few(reason.details, FEW, 'messages'), reason.blame ? under(capital(reason.blame), '.') : null,
      reason.remedy ? make('strong', { class: 'remedy' }, capital(reason.remedy), '.') : null],
    few(reason.checks.map(check => link(findingsAddress({ status: 'unknown', check }), {}, check)), FEW, 'checks'),
    number(reason.calls),
    countLink(reason.findings, { status: 'unknown', gap: `${reason.cause} ${reason.operation}` }, 'unknown'),
  ]));

const coverageView = {
  title: () => 'Coverage',
  show() {
    const { answered, refused, unseen, listings, operations } = data.coverage;
    const mattering = unseen.filter(({ matters }) => matters);
    const others = unseen.filter(({ matters }) => !matters);
    const undecided = new Set(mattering.flatMap(({ checks }) => checks)).size;
    const actions = [...new Set(mattering.filter(({ grant, action }) => grant && action).map(({ action }) => action))].sort();
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }, null, 2);
    return [
      make('h1', {}, 'Coverage'),
      make('p', { class: 'headline' },
        refused === 0 ? `All ${count(answered, 'API call')} ${answered === 1 ? 'was' : 'were'} answered.`
          : [make('strong', {}, count(refused, 'API call')), ` of ${number(answered + refused)} gave no answer.`],
        mattering.length
          ? ` What rests on what was not seen is unknown, never passed: ${count(undecided, 'check')} could not be decided everywhere.`
          : ' Nothing that a check asked for is missing.'),
      actions.length ? panel('grant', 'Permissions to grant',
        make('p', {}, 'AWS refused these actions. With them allowed to the auditing role, the next run sees what this one did not.'),
        make('ul', { class: 'tags actions' }, actions.map(action => make('li', {}, code(action)))), commands('IAM policy', policy)) : null,
      mattering.length ? panel('gaps', 'What could not be seen', unseenTable('What could not be seen', mattering)) : null,
      listings.length ? panel('listings', 'Listings that are not complete', table({}, 'Incomplete listings', [['Resource type'], ['Account'], ['Regions'], ['Why']],
        listings.map(({ type, account, regions, why }) => [type, account, regions.join(', '), why]))) : null,
      others.length ? make('details', { class: 'panel', id: 'not-needed' },
        make('summary', {}, make('h2', {}, 'Not seen, and not needed'), under(count(others.length, 'reason'))),
        make('p', { class: 'under' }, 'No chosen check rests on any of this.'), unseenTable('Not seen, and not needed', others)) : null,
      operations.length ? make('details', { class: 'panel', id: 'operations' },
        make('summary', {}, make('h2', {}, 'Every operation that was called'), under(count(operations.length, 'operation'))),
        table({}, 'Operations', [['Operation'], ['Answered', 'number'], ['No answer', 'number']],
          operations.map(({ name, totals: [yes, no] }) => [code(name), number(yes), make('span', { class: no ? 'unknown' : 'zero' }, number(no))]))) : null,
    ];
  },
};
