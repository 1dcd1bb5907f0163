// --- the grid of findings -------------------------------------------------------------------------------------------
// A hundred thousand rows, of which only those stand in the document that are in sight (TanStack Virtual, which scrolls with the page).

const { Virtualizer, observeWindowOffset, observeWindowRect, windowScroll } = require('@tanstack/virtual-core');

const PRINTED = 2000;
const COLUMNS = [['severity', 'Severity'], ['status', 'Status'], ['check', 'Check'], ['resource', 'Resource'], ['account', 'Account'], ['region', 'Region']];

/** Makes the grid; `sortBy` is called with a column that a user chooses. */
const findingsGrid = sortBy => {
  const headers = new Map();
  const head = make('div', { role: 'row', class: 'grid-row grid-head', 'aria-rowindex': 1 }, COLUMNS.map(([key, label]) => {
    const button = make('button', { type: 'button' }, label);
    button.addEventListener('click', () => sortBy(key));
    const header = make('div', { role: 'columnheader', class: `cell at-${key}` }, button);
    headers.set(key, header);
    return header;
  }));
  const body = make('div', { role: 'rowgroup', class: 'grid-body' });
  const element = make('div', { role: 'grid', id: 'findings-grid', class: 'grid', 'aria-label': 'Findings', 'aria-colcount': COLUMNS.length },
    make('div', { role: 'rowgroup', class: 'grid-top' }, head), body);
  const rows = new Map();
  let shown = new Uint32Array(0);
  let active = 0;
  let wantsFocus = false;

  const cell = (key, ...content) => make('div', { role: 'gridcell', class: `cell at-${key}` }, ...content);
  const row = place => {
    const index = shown[place];
    const check = checkOf(index);
    const resource = resourceOf(index);
    const change = findings.change[index] < 0 ? '' : data.changes[findings.change[index]];
    const made = make('div', { role: 'row', class: 'grid-row', 'aria-rowindex': place + 2, tabindex: -1, 'data-fingerprint': findings.fingerprint[index] },
      cell('severity', severityMark(severityWord(index))),
      cell('status', stateMark(stateWord(index)), change && change !== 'unchanged' ? make('span', { class: `change ${change}` }, change) : null),
      cell('check', link(findingAddress(index), { tabindex: -1, title: check.title }, check.title), under(check.id)),
      cell('resource', make('span', { class: 'name', title: resource.arn }, resource.name), under(resource.type)),
      cell('account', resource.account),
      cell('region', resource.region));
    made.dataset.place = place;
    return made;
  };

  const place = (made, item) => {
    made.style.transform = `translateY(${item.start - virtualizer.options.scrollMargin}px)`;
  };
  const render = () => {
    const items = virtualizer.getVirtualItems();
    const wanted = new Set(items.map(item => item.index));
    for (const [index, made] of rows) {
      if (!wanted.has(index)) {
        made.remove();
        rows.delete(index);
      }
    }
    let before = body.firstChild;
    for (const item of items) {
      let made = rows.get(item.index);
      if (made) {
        before = made.nextSibling;
      } else {
        made = row(item.index);
        rows.set(item.index, made);
        body.insertBefore(made, before);
      }
      place(made, item);
    }
    const reachable = rows.has(active) ? active : items[0]?.index;
    for (const [index, made] of rows) {
      made.tabIndex = index === reachable ? 0 : -1;
    }
    if (wantsFocus && rows.has(active)) {
      wantsFocus = false;
      rows.get(active).focus({ preventScroll: true });
    }
  };

  const heightOfRow = () => parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 60;
  const options = () => ({
    count: shown.length,
    estimateSize: heightOfRow,
    overscan: 6,
    scrollMargin: body.isConnected ? Math.round(body.getBoundingClientRect().top + scrollY) : 0,
    scrollPaddingStart: head.offsetHeight,
    getScrollElement: () => element.isConnected ? window : null,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => scrollY,
    onChange: render,
  });
  const virtualizer = new Virtualizer(options());
  let measured = heightOfRow();

  /** Lays out anew after what is shown, or its width, has changed. */
  const lay = () => {
    virtualizer.setOptions(options());
    virtualizer._willUpdate();
    if (measured !== heightOfRow()) {
      measured = heightOfRow();
      virtualizer.measure();
    }
    body.style.height = `${virtualizer.getTotalSize()}px`;
    render();
  };
  const clear = () => {
    body.replaceChildren();
    rows.clear();
  };
  const focusOn = to => {
    active = Math.max(0, Math.min(shown.length - 1, to));
    wantsFocus = true;
    virtualizer.scrollToIndex(active, { align: 'auto' });
    render();
  };
  const open = made => location.assign(made.querySelector('a').getAttribute('href'));

  body.addEventListener('click', event => {
    if (!event.target.closest('a') && !getSelection().toString()) {
      const made = event.target.closest('[role=row]');
      if (made) {
        open(made);
      }
    }
  });
  body.addEventListener('focusin', event => {
    const made = event.target.closest('[role=row]');
    if (made) {
      active = Number(made.dataset.place);
    }
  });
  body.addEventListener('keydown', event => {
    const page = Math.max(1, Math.floor(innerHeight / heightOfRow()) - 2);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (event.key === 'Enter' && event.target.matches('[role=row]')) {
      event.preventDefault();
      open(event.target);
    } else if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      focusOn(active + step);
    }
  });
  addEventListener('resize', () => {
    if (element.isConnected) {
      lay();
    }
  });

  return {
    element,
    show(matches, sort, order) {
      shown = matches;
      active = 0;
      element.setAttribute('aria-rowcount', shown.length + 1);
      for (const [key, header] of headers) {
        header.setAttribute('aria-sort', key !== sort ? 'none' : order === 'desc' ? 'descending' : 'ascending');
      }
      clear();
      lay();
    },
    lay,
    focusOn,
    detach() {
      virtualizer.cleanup();
    },
    /** On paper stand rows of their own height, more than are in sight, but not all. */
    print(isPrinting) {
      clear();
      if (isPrinting) {
        body.style.height = '';
        body.append(...Array.from({ length: Math.min(PRINTED, shown.length) }, (unused, index) => row(index)));
      } else {
        lay();
      }
    },
  };
};
