// --- following the address ------------------------------------------------------------------------------------------

const views = {
  overview: overviewView, findings: findingsView, finding: findingView, frameworks: frameworksView, framework: frameworkView,
  resource: resourceView, coverage: coverageView, changes: changesView, suppressions: suppressionsView,
};
const PARENTS = { finding: 'findings', resource: 'findings', framework: 'frameworks' };

let current = null;
/** Where each address was scrolled to, for those who come back to it. */
const scrolled = new Map();
let turn = 0;

const show = async () => {
  const chosen = parse(location.hash);
  if (!Object.hasOwn(views, chosen.view)) { // __proto__ is none of them
    if (chosen.view && current) { // an anchor within the page
      return;
    }
    chosen.view = 'overview';
  }
  const mine = ++turn;
  const view = views[chosen.view];
  const content = await view.show(chosen);
  if (mine !== turn) { // someone went on while this was unpacked
    return;
  }
  const last = current;
  current = { view: chosen.view, address: location.hash, id: chosen.id };
  const main = byId('main');
  if (last?.view === 'findings' && chosen.view !== 'findings') {
    findingsView.hidden();
  }
  main.dataset.view = chosen.view;
  if (main.firstChild !== content[0]) {
    main.replaceChildren(...content.flat(Infinity).filter(Boolean));
  }
  document.title = `${visible(view.title(chosen))} · AWS audit report`;
  for (const each of document.querySelectorAll('header nav a')) {
    if (each.getAttribute('href') === `#${PARENTS[chosen.view] ?? chosen.view}`) {
      each.setAttribute('aria-current', 'page');
    } else {
      each.removeAttribute('aria-current');
    }
  }
  drawCharts();
  view.shown?.();
  if (last && (last.view !== chosen.view || last.id !== chosen.id)) {
    scrollTo(0, scrolled.get(location.hash) ?? 0);
    if (last.view === 'finding' && chosen.view === 'findings' && listed.shown.indexOf(findingOf(last.id)) >= 0) {
      findingsView.focusOn(findingOf(last.id));
    } else {
      main.focus({ preventScroll: true });
    }
    say(document.title);
  } else if (last && chosen.view === 'findings' && last.address !== location.hash && scrollY > 0) {
    scrollTo(0, Math.min(scrollY, byId('findings-grid').getBoundingClientRect().top + scrollY - 60));
  }
};
// Before the browser follows a link, which may scroll.
addEventListener('scrollend', () => current && scrolled.set(current.address, scrollY));
document.addEventListener('click', () => current && scrolled.set(current.address, scrollY), true);

// --- the frame ------------------------------------------------------------------------------------------------------

const THEMES = ['', 'light', 'dark'];
const stored = {
  // A browser may keep nothing for a file.
  get: () => {
    try {
      return localStorage.getItem('aws-audit-theme') ?? '';
    } catch {
      return '';
    }
  },
  set: value => {
    try {
      localStorage.setItem('aws-audit-theme', value);
    } catch {
      // then it holds until the page is closed
    }
  },
};
let theme = THEMES.includes(stored.get()) ? stored.get() : '';
const applyTheme = () => {
  if (theme) {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
};
const showTheme = () => {
  applyTheme();
  byId('theme').textContent = `Theme: ${theme || 'auto'}`;
};

const few3 = names => names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ') || 'none';
const showScope = () => {
  const accounts = data.accounts.map(({ id }) => id).sort();
  const regions = [...new Set(data.accounts.flatMap(account => account.regions))].sort();
  byId('scope').append(...[
    [accounts.length === 1 ? 'Account' : 'Accounts', few3(accounts), accounts.join(', ')],
    [regions.length === 1 ? 'Region' : 'Regions', few3(regions), regions.join(', ')],
    ['As of', time(data.asOf)],
    ['Resources', number(data.resourceCount)], ['Checks', number(data.checks.length)], ['Version', data.version],
  ].map(([name, value, title]) => make('div', {}, make('dt', {}, name), make('dd', { title: title && title !== value ? title : undefined }, value))));
};

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    if (current.view === 'findings') {
      findingsView.search();
    } else {
      location.hash = listed.address;
      addEventListener('hashchange', () => setTimeout(findingsView.search), { once: true });
    }
  } else if (current?.view === 'finding' && !event.target.closest('.scroll, pre')) {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      byId(event.key === 'ArrowLeft' ? 'previous-finding' : 'next-finding')?.click();
    } else if (event.key === 'Escape') {
      location.assign(listed.address);
    }
  }
});

// On paper stands the view that is on the screen, opened.
let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('main details:not([open])')];
  closed.forEach(details => details.open = true);
  if (current?.view === 'findings') {
    findingsView.print(true);
  }
});
addEventListener('afterprint', () => {
  closed.forEach(details => details.open = false);
  if (current?.view === 'findings') {
    findingsView.print(false);
  }
});

const start = async () => {
  performance.mark('aws-audit-parsed');
  await load();
  performance.mark('aws-audit-unpacked');
  buildFacets();
  showScope();
  showTheme();
  byId('theme').addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    stored.set(theme);
    showTheme();
  });
  for (const [view, isThere] of [['changes', data.comparison], ['suppressions', data.suppressions.length]]) {
    document.querySelector(`header nav a[href="#${view}"]`).parentElement.hidden = !isThere;
  }
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    byId('main').focus();
  });
  addEventListener('hashchange', show);
  await show();
  document.documentElement.dataset.ready = '';
  performance.mark('aws-audit-usable');
};

// Where the browser lacks something, the plain summary stays.
if (window.DecompressionStream && CSS.supports('color', 'light-dark(#000, #fff)')) {
  history.scrollRestoration = 'manual';
  document.documentElement.classList.add('js');
  applyTheme();
  addEventListener('DOMContentLoaded', () => start().catch(failure => {
    document.documentElement.classList.remove('js');
    console.error(failure);
  }));
}
