'use strict';
// Shows the findings. All that is chosen (filters, page, open finding) stands in the address after the '#', and what is
// shown follows from it alone, so that an address can be kept, sent, and gone back to. Text from the account reaches the
// page through text nodes only; the page's policy forbids everything else.
(() => {
  const PAGE = 100;
  const PRINTED = 2000;
  const data = JSON.parse(document.getElementById('data').textContent);
  const { checks, findings, frameworks, gaps, resources, severities, suppressions, words } = data;
  const byId = id => document.getElementById(id);

  // --- text -------------------------------------------------------------------------------------------------------

  /** Spells out what acts or hides: control characters, marks of direction, characters without width. */
  const visible = text => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, mark => {
    const point = mark.codePointAt(0);
    return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
  });
  const capital = word => word.charAt(0).toUpperCase() + word.slice(1);
  const number = value => value.toLocaleString('en-US');

  /** Makes an element; strings among its content become text. */
  const make = (name, attributes = {}, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value);
    }
    for (const item of content) {
      element.append(typeof item === 'string' ? visible(item) : item);
    }
    return element;
  };
  /** Makes a paragraph that keeps its line breaks, with what stands between backticks as code. */
  const prose = text => make('p', { class: 'prose' }, ...text.trim().split('\n').flatMap((line, index) => [
    ...(index ? [make('br')] : []),
    ...line.split(/`([^`]+)`/).map((part, odd) => odd % 2 ? make('code', {}, part) : part),
  ]));
  /** Makes a block of commands or configuration, to copy. */
  const commands = text => make('pre', { class: 'code' }, make('code', {}, ...text.split('\n').flatMap((line, index) => [
    ...(index ? [document.createTextNode('\n')] : []), line,
  ])));
  const severityMark = severity => make('span', { class: `severity ${severity}` }, capital(severity));
  const stateMark = state => make('span', { class: `state ${state}` }, capital(state.replace('-', ' ')));
  const sourceLink = address => /^https?:\/\//i.test(address)
    ? make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address)
    : make('span', {}, address);

  // --- findings ---------------------------------------------------------------------------------------------------

  const [CHECK, STATUS, SEVERITY, RESOURCE, FINGERPRINT, MESSAGE, MORE] = [0, 1, 2, 3, 4, 5, 6];
  const [ARN, TYPE, ACCOUNT, REGION, NAME, TAGS] = [0, 1, 2, 3, 4, 5];
  const states = [...data.statuses, 'suppressed'];
  const SUPPRESSED = states.length - 1;
  const stateOf = finding => finding[MORE]?.suppression === undefined ? finding[STATUS] : SUPPRESSED;
  const messageOf = finding => finding[MESSAGE] ?? `${checks[finding[CHECK]].title}.`;
  const resourceOf = finding => resources[finding[RESOURCE]];
  const gapWords = gap => `${gap.cause} ${gap.operation}`;

  const column = (values, of) => {
    const numbers = new Map(values.map((value, index) => [value, index]));
    return Uint16Array.from(findings, finding => numbers.get(of(finding)));
  };
  const facet = (key, label, values, of) => ({ key, label, values, of: column(values, of), boxes: [], sizes: [], options: [] });
  const distinct = of => [...new Set(findings.map(of))].sort();
  const facets = [
    facet('status', 'Status', states, finding => states[stateOf(finding)]),
    facet('severity', 'Severity', severities, finding => severities[finding[SEVERITY]]),
    ...[
      ['service', 'Service', finding => checks[finding[CHECK]].service],
      ['region', 'Region', finding => words[resourceOf(finding)[REGION]]],
      ['account', 'Account', finding => words[resourceOf(finding)[ACCOUNT]]],
    ].map(([key, label, of]) => facet(key, label, distinct(of), of)),
  ];
  const DEFAULT_STATUS = ['fail', 'unknown'];

  // --- what is chosen ---------------------------------------------------------------------------------------------

  const SINGLE = ['framework', 'control', 'check', 'resource', 'gap', 'q', 'finding'];
  const parse = hash => {
    const [view, query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
    const given = new URLSearchParams(query);
    const chosen = { view, sort: given.get('sort') ?? 'severity', page: Math.max(1, parseInt(given.get('page'), 10) || 1) };
    for (const key of SINGLE) {
      chosen[key] = given.get(key) ?? '';
    }
    for (const { key } of facets) {
      const value = given.get(key);
      chosen[key] = value === 'any' || (value === null && key !== 'status') ? [] : value === null ? DEFAULT_STATUS : value.split(',');
    }
    return chosen;
  };
  const hashOf = chosen => {
    const query = new URLSearchParams();
    for (const { key } of facets) {
      if (key === 'status' && chosen.status.join() === DEFAULT_STATUS.join()) {
        continue;
      }
      if (chosen[key].length || key === 'status') {
        query.set(key, chosen[key].join() || 'any');
      }
    }
    for (const key of SINGLE) {
      if (chosen[key]) {
        query.set(key, chosen[key]);
      }
    }
    if (chosen.sort !== 'severity') {
      query.set('sort', chosen.sort);
    }
    if (chosen.page > 1) {
      query.set('page', chosen.page);
    }
    const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
    return text ? `#findings?${text}` : '#findings';
  };

  let now = parse('');
  let shown = new Uint32Array(0);
  let shownFor = null;
  const choose = change => location.replace(hashOf({ ...now, page: 1, finding: '', ...change }));
  const linkTo = change => hashOf({ ...parse('#findings?status=any'), ...change });

  // --- filters ----------------------------------------------------------------------------------------------------

  let texts = null;
  /** The text of findings that search looks through, in lower case; made when first asked for. */
  const textsOf = () => texts ??= {
    checks: checks.map(check => [check.id, check.title, check.service, ...check.configRules, ...check.securityHub].join('\n').toLowerCase()),
    resources: resources.map(resource => [
      resource[ARN], resource[NAME], words[resource[TYPE]], words[resource[REGION]], words[resource[ACCOUNT]],
      ...(resource[TAGS] ?? []).map(([key, value]) => `${key}=${value}`),
    ].join('\n').toLowerCase()),
    findings: findings.map(finding => [
      finding[FINGERPRINT], finding[MESSAGE] ?? '', ...(finding[MORE]?.evidence ?? []).map(([arn, property, seen]) => `${arn ?? ''} ${property} ${seen}`),
      ...(finding[MORE]?.gaps ?? []).map(gap => gapWords(gaps[gap])),
    ].join('\n').toLowerCase()),
  };

  /** Checks that a framework, a control, or a check's own id leaves; null when it leaves all. */
  const allowedChecks = chosen => {
    let allowed = null;
    const keep = test => allowed = Uint8Array.from(checks, (check, index) => (!allowed || allowed[index]) && test(check, index) ? 1 : 0);
    if (chosen.framework) {
      const controls = frameworks.find(framework => framework.id === chosen.framework)?.controls ?? [];
      const wanted = new Set(controls.filter(control => !chosen.control || control.id === chosen.control).flatMap(control => control.checks));
      keep((check, index) => wanted.has(index));
    }
    if (chosen.check) {
      keep(check => check.id === chosen.check);
    }
    return allowed;
  };

  /** Tests of a finding's number by all that is chosen outside of the facets. */
  const otherTests = chosen => {
    const tests = [];
    const allowed = allowedChecks(chosen);
    if (allowed) {
      tests.push(index => allowed[findings[index][CHECK]]);
    }
    if (chosen.resource) {
      tests.push(index => resourceOf(findings[index])[ARN] === chosen.resource);
    }
    if (chosen.gap) {
      const wanted = new Set(gaps.flatMap((gap, index) => gapWords(gap) === chosen.gap ? [index] : []));
      tests.push(index => findings[index][MORE]?.gaps?.some(gap => wanted.has(gap)));
    }
    for (const word of chosen.q.toLowerCase().split(/\s+/).filter(Boolean)) {
      const all = textsOf();
      const inChecks = Uint8Array.from(all.checks, text => text.includes(word) ? 1 : 0);
      const inResources = Uint8Array.from(all.resources, text => text.includes(word) ? 1 : 0);
      tests.push(index => inChecks[findings[index][CHECK]] || inResources[findings[index][RESOURCE]] || all.findings[index].includes(word));
    }
    return tests;
  };

  /** Finds what matches, and for each facet how many would match by each of its values. */
  const filter = chosen => {
    const tests = otherTests(chosen);
    const sets = facets.map(({ key, values }) => chosen[key].length ? Uint8Array.from(values, value => chosen[key].includes(value) ? 1 : 0) : null);
    const counts = facets.map(({ values }) => new Uint32Array(values.length));
    const matches = new Uint32Array(findings.length);
    let size = 0;
    for (let index = 0; index < findings.length; index++) {
      let misses = 0;
      let missed = -1;
      for (let f = 0; f < facets.length && misses < 2; f++) {
        if (sets[f] && !sets[f][facets[f].of[index]]) {
          misses++;
          missed = f;
        }
      }
      if (misses > 1 || !tests.every(test => test(index))) {
        continue;
      }
      if (misses === 1) {
        counts[missed][facets[missed].of[index]]++;
      } else {
        facets.forEach((facet, f) => counts[f][facet.of[index]]++);
        matches[size++] = index;
      }
    }
    return { matches: matches.subarray(0, size), counts };
  };

  // --- order ------------------------------------------------------------------------------------------------------

  const ranks = {};
  const compare = (one, other) => one < other ? -1 : one > other ? 1 : 0;
  /** For each finding its place in an order; the order of the result itself (check, then ARN) breaks ties. */
  const rank = key => ranks[key] ??= (() => {
    if (key === 'resource') {
      const order = resources.map((resource, index) => index).sort((a, b) => compare(resources[a][NAME], resources[b][NAME]));
      const places = new Uint32Array(resources.length);
      order.forEach((resource, place) => places[resource] = place);
      return Uint32Array.from(findings, finding => places[finding[RESOURCE]]);
    }
    const of = facets.find(facet => facet.key === key)?.of;
    return key === 'severity'
      ? Uint32Array.from(findings, (finding, index) => of[index] * states.length + stateOf(finding))
      : Uint32Array.from(findings, (finding, index) => of ? of[index] : finding[CHECK]);
  })();
  const sorted = (matches, key) => {
    const places = rank(key);
    return matches.sort((a, b) => places[a] - places[b] || a - b);
  };

  // --- the list ---------------------------------------------------------------------------------------------------

  const body = byId('rows').tBodies[0];
  const under = text => make('span', { class: 'under', title: visible(text) }, text);
  const row = index => {
    const finding = findings[index];
    const check = checks[finding[CHECK]];
    const resource = resourceOf(finding);
    const link = make('a', { href: hashOf({ ...now, finding: finding[FINGERPRINT] }) }, check.title);
    return make('tr', {},
      make('td', {}, severityMark(severities[finding[SEVERITY]])),
      make('td', {}, stateMark(states[stateOf(finding)])),
      make('td', {}, link, under(check.id)),
      make('td', {}, make('span', { class: 'name' }, resource[NAME] || resource[ARN]), under(words[resource[TYPE]])),
      make('td', { class: 'account' }, words[resource[ACCOUNT]]),
      make('td', {}, words[resource[REGION]]));
  };

  const showFacets = counts => facets.forEach((facet, f) => facet.values.forEach((value, v) => {
    facet.boxes[v].checked = now[facet.key].includes(value);
    facet.sizes[v].textContent = number(counts[f][v]);
    facet.options[v].classList.toggle('empty', counts[f][v] === 0);
  }));

  const showChips = () => {
    const titles = {
      framework: () => frameworks.find(framework => framework.id === now.framework)?.title ?? now.framework,
      control: () => `control ${now.control}`, check: () => now.check, resource: () => now.resource, gap: () => now.gap, q: () => `“${now.q}”`,
    };
    const chips = Object.entries(titles).filter(([key]) => now[key]).map(([key, title]) => make('li', {}, make('a', {
      href: hashOf({ ...now, page: 1, finding: '', [key]: '', ...(key === 'framework' ? { control: '' } : {}) }), title: 'Remove this filter',
    }, `${title()} ✕`)));
    if (chips.length || facets.some(({ key }) => now[key].length && now[key] !== DEFAULT_STATUS)) {
      chips.push(make('li', {}, make('a', { href: '#findings' }, 'Reset filters')));
    }
    byId('chips').replaceChildren(...chips);
  };

  const showRows = (from, to) => body.replaceChildren(...Array.from(shown.subarray(from, to), row));

  const showList = () => {
    const { finding, page, view, ...wanted } = now;
    const key = JSON.stringify(wanted);
    if (shownFor !== key) {
      const { matches, counts } = filter(now);
      shown = sorted(matches, ['severity', 'check', 'resource', 'region', 'account'].includes(now.sort) ? now.sort : 'severity');
      shownFor = key;
      showFacets(counts);
    }
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    now.page = Math.min(now.page, pages);
    const from = (now.page - 1) * PAGE;
    const to = Math.min(from + PAGE, shown.length);
    showRows(from, to);
    showChips();
    byId('shown').textContent = pages > 1
      ? `${number(from + 1)}–${number(to)} of ${number(shown.length)} findings`
      : `${number(shown.length)} ${shown.length === 1 ? 'finding' : 'findings'}`;
    byId('rows').hidden = shown.length === 0;
    byId('none').hidden = shown.length > 0;
    byId('pager').hidden = pages === 1;
    byId('page').textContent = `Page ${number(now.page)} of ${number(pages)}`;
    byId('previous-page').disabled = now.page === 1;
    byId('next-page').disabled = now.page === pages;
    byId('sort').value = now.sort;
    byId('framework-filter').value = now.framework;
    if (document.activeElement !== byId('query')) {
      byId('query').value = now.q;
    }
  };

  // --- a finding --------------------------------------------------------------------------------------------------

  const dialog = byId('detail');
  let numbers = null;
  const numberOf = fingerprint => (numbers ??= new Map(findings.map((finding, index) => [finding[FINGERPRINT], index]))).get(fingerprint);
  const arn = (value, own) => make('span', { class: 'arn' }, value ?? own);
  const facts = pairs => make('dl', { class: 'facts' }, ...pairs.filter(([, value]) => value).flatMap(([name, value]) => [
    make('dt', {}, name), make('dd', {}, value)]));
  const part = (title, ...content) => [make('h3', {}, title), ...content];

  const evidence = (items, own) => {
    const elsewhere = items.some(([of]) => of !== null);
    return make('table', { class: 'evidence' },
      make('thead', {}, make('tr', {}, ...['Property', 'Seen', ...(elsewhere ? ['Of'] : [])].map(name => make('th', { scope: 'col' }, name)))),
      make('tbody', {}, ...items.map(([of, property, seen]) => make('tr', {},
        make('td', {}, make('code', {}, property)), make('td', {}, make('code', {}, seen)),
        ...(elsewhere ? [make('td', {}, of === null ? 'this resource' : arn(of, own))] : [])))));
  };
  const path = (edges, own) => make('ul', { class: 'path' }, ...edges.map(([from, relation, to]) => make('li', {},
    arn(from, own), make('span', { class: 'relation' }, relation), arn(to, own))));
  const unseen = items => make('ul', { class: 'gaps' }, ...items.map(index => {
    const { cause, operation, action, blame, detail } = gaps[index];
    return make('li', {}, make('code', {}, operation), `: ${cause}`, ...(action ? [', needs ', make('code', {}, action)] : []),
      ...(blame ? [`, ${blame}`] : []),
      ...(detail ? [make('span', { class: 'under' }, detail)] : []));
  }));
  const controlsOf = check => frameworks.flatMap(framework => framework.controls.filter(control => control.checks.includes(check)).map(control =>
    make('a', { class: 'tag', href: linkTo({ framework: framework.id, control: control.id }), title: visible(control.title) }, `${framework.title} · ${control.id}`)));
  const countOf = test => findings.reduce((sum, finding) => sum + (test(finding) ? 1 : 0), 0);

  const describe = index => {
    const finding = findings[index];
    const check = checks[finding[CHECK]];
    const resource = resourceOf(finding);
    const more = finding[MORE] ?? {};
    const state = states[stateOf(finding)];
    const tags = resource[TAGS] ?? [];
    const controls = controlsOf(finding[CHECK]);
    const suppression = suppressions[more.suppression];
    const sameCheck = countOf(other => other[CHECK] === finding[CHECK]);
    const sameResource = countOf(other => resourceOf(other)[ARN] === resource[ARN]);
    return [
      make('div', { class: 'marks' }, stateMark(state), severityMark(severities[finding[SEVERITY]])),
      make('h2', { id: 'detail-title' }, check.title),
      make('code', { class: 'under' }, check.id),
      make('p', { class: `message ${state}` }, messageOf(finding)),
      ...(suppression ? part('Accepted', facts([
        ['Reason', suppression.reason], ['Until', suppression.expires ?? 'for ever'], ['Verdict', data.statuses[finding[STATUS]].replace('-', ' ')],
        ['Covers', make('code', {}, `${suppression.check} on ${suppression.resource}`)],
      ])) : []),
      ...part('Resource', facts([
        ['Name', resource[NAME]], ['ARN', arn(resource[ARN])], ['Type', words[resource[TYPE]]],
        ['Account', words[resource[ACCOUNT]]], ['Region', words[resource[REGION]]],
        ['Tags', tags.length ? make('span', { class: 'tags' }, ...tags.map(([key, value]) => make('span', { class: 'tag' }, `${key} = ${value}`))) : ''],
      ])),
      ...(more.evidence ? part('Evidence', evidence(more.evidence, resource[ARN])) : []),
      ...(more.path ? part('How they are linked', path(more.path, resource[ARN])) : []),
      ...(more.gaps ? part('What could not be seen', unseen(more.gaps)) : []),
      ...part('Why it matters', prose(check.why)),
      ...part('How to fix it', prose(check.fix), ...[check.cli, check.terraform].filter(text => text).map(commands)),
      ...part('Source', make('p', {}, sourceLink(check.source))),
      ...(controls.length ? part('Framework controls', make('div', { class: 'tags' }, ...controls)) : []),
      ...part('Reference', facts([
        ['Pillar', capital(check.pillar.replaceAll('-', ' '))], ['Practice', check.bestPractice ?? ''],
        ['Config', check.configRules.join(', ')], ['Security Hub', check.securityHub.join(', ')], ['Fingerprint', arn(finding[FINGERPRINT])],
      ])),
      make('p', { class: 'more-links' },
        make('a', { href: linkTo({ check: check.id }) }, `All ${number(sameCheck)} findings of this check`),
        make('a', { href: linkTo({ resource: resource[ARN] }) }, `All ${number(sameResource)} findings on this resource`)),
    ];
  };

  const openFinding = step => {
    const place = shown.indexOf(numberOf(now.finding)) + step;
    if (place >= 0 && place < shown.length) {
      location.replace(hashOf({ ...now, page: Math.floor(place / PAGE) + 1, finding: findings[shown[place]][FINGERPRINT] }));
    }
  };

  const showFinding = () => {
    const index = now.finding ? numberOf(now.finding) : undefined;
    if (index === undefined) {
      dialog.close();
      return;
    }
    const place = shown.indexOf(index);
    byId('detail-body').replaceChildren(...describe(index));
    byId('position').textContent = place < 0 ? '' : `${number(place + 1)} of ${number(shown.length)}`;
    byId('previous-finding').disabled = place <= 0;
    byId('next-finding').disabled = place < 0 || place === shown.length - 1;
    if (!dialog.open) {
      dialog.showModal();
    }
    byId('detail-body').scrollTop = 0;
    byId('detail-body').focus();
  };

  // --- following the address --------------------------------------------------------------------------------------

  const views = ['overview', 'findings', 'frameworks', 'coverage'];
  const sections = views.map(byId);
  sections.forEach(section => section.removeAttribute('id')); // else the browser scrolls to the one that the address names
  const show = () => {
    const last = now;
    now = parse(location.hash);
    if (!views.includes(now.view)) { // an anchor within the page, or nothing
      now = views.includes(last.view) ? last : { ...now, view: 'overview' };
    }
    sections.forEach((section, index) => section.classList.toggle('current', views[index] === now.view));
    for (const link of document.querySelectorAll('[data-view]')) {
      if (link.dataset.view === now.view) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
    if (now.view === 'findings') {
      showList();
    }
    showFinding();
    if (last.view !== now.view || last.page !== now.page) {
      scrollTo(0, 0);
    }
    if (last.finding && !now.finding && now.view === 'findings') {
      const place = shown.indexOf(numberOf(last.finding)) - (now.page - 1) * PAGE;
      body.rows[place]?.querySelector('a').focus();
    }
  };

  // --- controls ---------------------------------------------------------------------------------------------------

  const buildFilters = () => {
    const toggle = (key, value, on) => choose({ [key]: facets.find(facet => facet.key === key).values.filter(other => other === value ? on : now[key].includes(other)) });
    const fields = facets.filter(({ key, values }) => values.length > 1 || key === 'status').map(({ key, label, values, boxes, sizes, options }) => make('fieldset', {},
      make('legend', {}, label),
      make('div', { class: 'options' }, ...values.map((value, index) => {
        boxes[index] = make('input', { type: 'checkbox' });
        boxes[index].addEventListener('change', event => toggle(key, value, event.target.checked));
        sizes[index] = make('span', { class: 'size' });
        options[index] = make('label', { class: 'option' }, boxes[index], make('span', { class: 'name' }, key === 'status' || key === 'severity' ? capital(value.replace('-', ' ')) : value), sizes[index]);
        return options[index];
      }))));
    for (const facet of facets.filter(({ boxes }) => boxes.length === 0)) {
      facet.boxes = facet.values.map(() => ({}));
      facet.sizes = facet.values.map(() => ({}));
      facet.options = facet.values.map(() => make('span'));
    }
    const choice = make('select', { id: 'framework-filter' }, make('option', { value: '' }, 'any'),
      ...frameworks.map(framework => make('option', { value: framework.id }, framework.title)));
    choice.addEventListener('change', () => choose({ framework: choice.value, control: '' }));
    byId('facets').append(...fields, make('fieldset', {}, make('legend', {}, make('label', { for: 'framework-filter' }, 'Framework')), choice));
  };

  buildFilters();
  document.body.classList.add('js');
  byId('rows').classList.toggle('single', facets.find(facet => facet.key === 'account').values.length < 2);
  byId('filters').open = matchMedia('(min-width: 821px)').matches;
  byId('explorer').hidden = false;

  let typing = 0;
  byId('query').addEventListener('input', event => {
    clearTimeout(typing);
    typing = setTimeout(() => choose({ q: event.target.value.trim() }), 150);
  });
  byId('sort').addEventListener('change', event => choose({ sort: event.target.value }));
  byId('previous-page').addEventListener('click', () => choose({ page: now.page - 1 }));
  byId('next-page').addEventListener('click', () => choose({ page: now.page + 1 }));
  byId('more-checks')?.addEventListener('click', event => {
    byId('failing').classList.add('whole');
    event.target.remove();
  });
  body.addEventListener('click', event => {
    if (!event.target.closest('a') && !getSelection().toString()) {
      event.target.closest('tr')?.querySelector('a').click();
    }
  });
  body.addEventListener('keydown', event => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    if (step) {
      event.preventDefault();
      event.target.closest('tr')[step]?.querySelector('a').focus();
    }
  });
  const closeFinding = () => location.replace(hashOf({ ...now, finding: '' }));
  byId('previous-finding').addEventListener('click', () => openFinding(-1));
  byId('next-finding').addEventListener('click', () => openFinding(1));
  byId('close-finding').addEventListener('click', closeFinding);
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    closeFinding();
  });
  dialog.addEventListener('click', event => {
    if (event.target === dialog) {
      closeFinding();
    }
  });
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (dialog.open && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      openFinding(event.key === 'ArrowLeft' ? -1 : 1);
    } else if (event.key === '/' && !dialog.open && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      if (now.view !== 'findings') {
        location.hash = '#findings';
        show();
      }
      byId('query').focus();
    }
  });
  // On paper stand all parts, opened, with more of the findings that are chosen than a page on the screen has.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    closed.forEach(details => details.open = true);
    showList();
    showRows(0, PRINTED);
  });
  addEventListener('afterprint', () => {
    closed.forEach(details => details.open = false);
    showList();
  });
  addEventListener('hashchange', show);
  show();
})();
