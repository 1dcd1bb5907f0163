// --- the list of findings -------------------------------------------------------------------------------------------

/** What the list shows now, which the pages of its findings step through. */
let listed = { address: '#findings', shown: new Uint32Array(0) };

const findingsView = (() => {
  let now;
  let shownFor = '';
  let root;
  let grid;
  let query;
  let status;
  let typing = 0;

  const choose = (change, isStep = true) => {
    const address = findingsAddress({ ...now, ...change });
    if (isStep) {
      location.assign(address);
    } else {
      location.replace(address);
    }
  };

  const option = (facet, place) => {
    const value = facet.values[place];
    const box = make('input', { type: 'checkbox', value });
    box.addEventListener('change', () => choose({ [facet.key]: facet.values.filter(other => other === value ? box.checked : now[facet.key].includes(other)) }));
    const size = make('span', { class: 'size' });
    const isWord = ['status', 'severity', 'pillar', 'change'].includes(facet.key);
    return { box, size, label: make('label', { class: 'option' }, box, make('span', { class: 'name' }, isWord ? words(value) : value), size) };
  };

  const build = () => {
    for (const facet of facets) {
      facet.options = facet.values.map((value, place) => option(facet, place));
    }
    query = make('input', {
      id: 'query', type: 'search', placeholder: 'Names, ARNs, tags, checks, messages …', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'shown',
    });
    query.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => choose({ q: query.value.trim() }, false), 120);
    });
    query.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        grid.focusOn(0);
      }
    });
    const framework = make('select', { id: 'framework-filter' }, make('option', { value: '' }, 'Any'),
      data.frameworks.map(({ id, title }) => make('option', { value: id }, title)));
    framework.addEventListener('change', () => choose({ framework: framework.value, control: '' }));
    const sort = make('select', { id: 'sort' }, COLUMNS.map(([key, label]) => make('option', { value: key }, label)));
    sort.addEventListener('change', () => choose({ sort: sort.value, order: '' }));
    grid = findingsGrid(key => choose({ sort: key, order: now.sort === key && now.order !== 'desc' ? 'desc' : '' }));
    status = make('p', { id: 'shown', role: 'status' });
    root = make('div', { class: 'explorer' },
      make('h1', { class: 'hidden' }, 'Findings'),
      make('div', { class: 'printed' }, headline()),
      make('div', { class: 'search', role: 'search' },
        make('label', { for: 'query', class: 'hidden' }, 'Search the findings'), query,
        make('label', { class: 'sort' }, 'Sort by ', sort)),
      make('details', { id: 'filters', class: 'filters', open: matchMedia('(min-width: 821px)').matches }, make('summary', {}, 'Filters'),
        make('div', { id: 'facets', role: 'group', 'aria-label': 'Filters' },
          facets.filter(({ values, key }) => values.length > 1 || key === 'status').map(facet => make('fieldset', { 'data-facet': facet.key },
            make('legend', {}, facet.label),
            make('div', { class: 'options' }, facet.options.map(({ label }) => label)))),
          data.frameworks.length ? make('div', { class: 'field' }, make('label', { for: 'framework-filter' }, 'Framework'), framework) : null)),
      make('div', { class: 'results' },
        omittedNote(),
        make('div', { class: 'line' }, status, make('ul', { id: 'chips', class: 'chips', 'aria-label': 'Filters that are set' })),
        grid.element,
        make('p', { id: 'printed-rest', class: 'printed' }),
        make('p', { id: 'none', class: 'nothing', hidden: true }, 'No finding matches. ', link(findingsAddress({ status: [] }), {}, 'Show all findings'))));
    root.classList.toggle('single', facets.find(({ key }) => key === 'account').values.length < 2);
  };

  const chips = () => {
    const titles = {
      framework: () => data.frameworks.find(({ id }) => id === now.framework)?.title ?? now.framework,
      control: () => `control ${now.control}`, check: () => now.check, resource: () => nameOf(now.resource), gap: () => now.gap,
      suppression: () => data.suppressions[now.suppression]?.reason ?? '', q: () => `“${now.q}”`,
    };
    const chip = (label, change) => make('li', {},
      link(findingsAddress({ ...now, ...change }), { 'aria-label': `Remove the filter ${label}` }, shortened(label, 60), ' ✕'));
    const set = [
      ...facets.filter(({ key }) => key !== 'status').flatMap(({ key }) => now[key].map(value =>
        chip(['severity', 'pillar', 'change'].includes(key) ? words(value) : value, { [key]: now[key].filter(other => other !== value) }))),
      ...Object.entries(titles).filter(([key]) => now[key]).map(([key, title]) => chip(title(), { [key]: '', ...(key === 'framework' ? { control: '' } : {}) })),
    ];
    if (set.length || now.status.join() !== DEFAULT_STATUS.join()) {
      set.push(make('li', {}, link('#findings', { class: 'reset' }, 'Reset')));
    }
    return set;
  };

  const update = () => {
    const { matches, counts } = filter(now);
    const shown = sorted(matches, now.sort, now.order === 'desc');
    listed = { address: location.hash, shown };
    facets.forEach((facet, place) => facet.options.forEach(({ box, size, label }, value) => {
      box.checked = now[facet.key].includes(facet.values[value]);
      size.textContent = number(counts[place][value]);
      label.classList.toggle('empty', counts[place][value] === 0);
    }));
    status.textContent = count(shown.length, 'finding') + (now.q && textsOf().details === null ? ', still searching messages and evidence …' : '');
    byId('chips').replaceChildren(...chips());
    grid.element.hidden = shown.length === 0;
    byId('none').hidden = shown.length > 0;
    byId('sort').value = now.sort;
    if (byId('framework-filter')) {
      byId('framework-filter').value = now.framework;
    }
    if (document.activeElement !== query) {
      query.value = now.q;
    }
    grid.show(shown, now.sort, now.order);
    if (now.q && textsOf().details === null) {
      const searched = shownFor;
      readDetails().then(() => {
        if (shownFor === searched && root.isConnected) {
          update();
        }
      });
    }
  };

  return {
    title: () => 'Findings',
    show(chosen) {
      now = chosen;
      if (!root) {
        build();
      }
      return [root];
    },
    /** After it stands in the document, where it can be measured. */
    shown() {
      const wanted = location.hash;
      if (shownFor === wanted) {
        grid.lay();
      } else {
        shownFor = wanted;
        update();
      }
    },
    hidden: () => grid.detach(),
    focusOn: index => grid.focusOn(listed.shown.indexOf(index)),
    print(isPrinting) {
      byId('printed-rest').textContent = listed.shown.length > PRINTED ? `These are the first ${number(PRINTED)} of ${count(listed.shown.length, 'finding')}.` : '';
      grid.print(isPrinting);
    },
    search: () => query.focus(),
  };
})();
