// --- elements -------------------------------------------------------------------------------------------------------
// Text from the account reaches the page through text nodes and attributes that do nothing; the page's policy forbids the rest.

/** Spells out what acts or hides: control characters, marks of direction, characters without width. */
const visible = text => String(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, mark => {
  const point = mark.codePointAt(0);
  return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
});
const capital = word => word.charAt(0).toUpperCase() + word.slice(1);
const words = state => capital(state.replaceAll('-', ' '));
const number = value => value.toLocaleString('en-US');
const count = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;
const shortened = (text, length) => {
  const points = Array.from(text);
  return points.length > length ? `${points.slice(0, length - 1).join('')}…` : text;
};
const time = instant => new Date(instant).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }) + ' UTC';
const day = instant => new Date(instant).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Makes an element; strings among its content become text, and what is empty is left out. */
const make = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : visible(value));
    }
  }
  element.append(...content.flat(Infinity).filter(item => item !== null && item !== undefined && item !== '' && item !== false)
    .map(item => item instanceof Node ? item : visible(item)));
  return element;
};
const link = (href, attributes, ...content) => make('a', { href, ...attributes }, ...content);
const code = text => make('code', {}, text);
const under = (...content) => make('span', { class: 'under' }, ...content);
const severityMark = severity => make('span', { class: `severity ${severity}` }, capital(severity));
const stateMark = state => make('span', { class: `state ${state}` }, words(state));
const sourceLink = address => /^https?:\/\/\S+$/i.test(address)
  ? link(address, { target: '_blank', rel: 'noopener noreferrer' }, address)
  : make('span', {}, address);

/** A part of a view, with its heading. */
const panel = (id, title, ...content) => make('section', { class: 'panel', id, 'aria-labelledby': `${id}-title` },
  make('h2', { id: `${id}-title` }, title), ...content);
const note = (...content) => make('p', { class: 'note' }, ...content);

/** Keeps line breaks; what stands between backticks is code. */
const prose = text => make('p', { class: 'prose' }, text.trim().split('\n').map((line, index) => [
  index ? make('br') : null,
  line.split(/`([^`]+)`/).map((part, odd) => odd % 2 ? code(part) : part),
]));

const say = text => {
  byId('said').textContent = text;
};

const copy = async (text, element) => {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
    return true;
  } catch { // no clipboard for this page: mark the text, so that the keyboard copies it
    getSelection().selectAllChildren(element);
    say('Marked, to be copied by the keyboard.');
    return false;
  }
};

/** A block of commands or configuration, with a button that copies it. */
const commands = (title, text) => {
  const lines = text.replace(/\n+$/, '');
  const body = make('code', {}, lines.split('\n').map((line, index) => [index ? document.createTextNode('\n') : null, line]));
  const button = make('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${title}` }, 'Copy');
  button.addEventListener('click', async () => {
    button.textContent = await copy(lines, body) ? 'Copied' : 'Marked';
    setTimeout(() => button.textContent = 'Copy', 2000);
  });
  return make('figure', { class: 'commands' },
    make('figcaption', {}, make('span', {}, title), button),
    make('pre', { tabindex: 0, role: 'group', 'aria-label': title }, body));
};

/** Pairs of a name and what it stands for; those without a value are left out. */
const facts = pairs => make('dl', { class: 'facts' }, pairs.filter(([, value]) => value && (!Array.isArray(value) || value.length))
  .map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))));

/** A table; a column is a name, or a name and a class, and a row a list of cells. */
const table = (attributes, caption, columns, rows) => make('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': caption },
  make('table', { class: 'list', ...attributes },
    make('caption', { class: 'hidden' }, caption),
    make('thead', {}, make('tr', {}, columns.map(([name, style]) => make('th', { scope: 'col', class: style }, name)))),
    make('tbody', {}, rows.map(cells => make('tr', {}, cells.map((cell, place) => make('td', { class: columns[place][1] }, cell)))))));

/** The first few of a list, and a word on the rest. */
const few = (items, size, noun) => [
  ...items.slice(0, size).map(item => make('div', {}, item)),
  items.length > size ? under(`and ${number(items.length - size)} more ${noun}`) : null,
];
/** A number of its own, which leads to what it counts. */
const tile = (value, kind, label, href) => make('li', { class: `tile ${kind}${value ? '' : ' none'}` },
  link(href, {}, make('span', { class: 'figure' }, number(value)), ' ', make('span', { class: 'label' }, label)));
const nothing = text => make('p', { class: 'nothing' }, text);
const countLink = (value, query, style) => value
  ? link(findingsAddress(query), { class: style }, number(value))
  : make('span', { class: 'zero' }, '0');
const arnText = arn => make('span', { class: 'arn' }, arn);
const tagMarks = tags => make('span', { class: 'tags' }, tags.map(([key, value]) => make('span', { class: 'tag' }, `${key} = ${value}`)));
const crumbs = (...items) => make('nav', { class: 'crumbs', 'aria-label': 'Where this is' }, make('ol', {}, items.map(item => make('li', {}, item))));
