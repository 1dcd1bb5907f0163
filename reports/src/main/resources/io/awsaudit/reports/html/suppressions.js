// --- suppressions ---------------------------------------------------------------------------------------------------

const SUPPRESSION_STATES = [
  ['ends soon', 'End soon', 'Renew or mend what they cover before they end.'],
  ['expired', 'Expired', 'They cover nothing any more.'],
  ['unused', 'Unused', 'They cover nothing: what they were for may be mended, or gone.'],
  ['used', 'In use', ''],
  ['', 'On findings', ''],
  ['not asked', 'Not asked', 'Their check or account is not part of this audit.'],
];

const suppressionsView = {
  title: () => 'Suppressions',
  show: () => [
    make('h1', {}, 'Suppressions'),
    make('p', { class: 'headline' }, make('strong', {}, count(data.suppressions.length, 'suppression')),
      ` ${data.suppressions.length === 1 ? 'covers' : 'cover'} ${count(othersIn(data.totals.all, 'suppressed'), 'finding')}. `,
      'Suppressed findings stay in the report, and count for nothing.'),
    SUPPRESSION_STATES.map(([state, title, what]) => {
      const some = data.suppressions.map((suppression, place) => ({ ...suppression, place })).filter(suppression => (suppression.state ?? '') === state);
      return some.length ? panel(`suppressions-${state.replace(' ', '-') || 'other'}`, title, what ? make('p', { class: 'under' }, what) : null,
        table({}, title, [['Check'], ['Resource'], ['Reason'], ['Owner'], ['Until'], ['Findings', 'number']], some.map(suppression => [
          code(suppression.check),
          [code(suppression.resource), suppression.account ? under('account ', suppression.account) : null,
            suppression.tag ? under('tag ', code(suppression.tag)) : null],
          suppression.reason, suppression.owner,
          [suppression.expires ?? 'for ever', suppression.daysLeft === undefined ? null
            : under(suppression.daysLeft < 0 ? `${count(-suppression.daysLeft, 'day')} ago` : `${count(suppression.daysLeft, 'day')} left`)],
          countLink(suppression.findings ?? d3.sum(findings.suppression, place => place === suppression.place ? 1 : 0),
            { status: 'suppressed', suppression: String(suppression.place) }),
        ]))) : null;
    }),
    data.suppressions.length ? null : nothing('There are none.'),
  ],
};
