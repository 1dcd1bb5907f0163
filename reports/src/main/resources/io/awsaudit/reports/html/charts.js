// --- charts ---------------------------------------------------------------------------------------------------------
// Drawn by D3 into the width that there is, and again when that changes. Each row is a link with its numbers in words.

let drawn = [];
/** Keeps a figure drawn in the width that it has. */
const chart = draw => {
  const figure = make('div', { class: 'chart' });
  drawn.push({ figure, draw, width: 0 });
  return figure;
};
const drawCharts = () => {
  drawn = drawn.filter(({ figure }) => figure.isConnected);
  for (const each of drawn) {
    const width = Math.floor(each.figure.clientWidth);
    if (width > 0 && width !== each.width) {
      each.width = width;
      each.figure.replaceChildren(each.draw(width));
    }
  }
};
addEventListener('resize', () => requestAnimationFrame(drawCharts));

const LABEL = 175;
const ROW = 30;

/**
 * Rows of bars that are stacked by kind. A row is {name, href, values: [[kind, value, href], …], total}; with `share`, each row
 * fills the width.
 */
const stackedBars = (label, rows, share = false) => chart(width => {
  const narrow = share || width < 420; // then names stand above their bars
  const left = narrow ? 0 : LABEL;
  const height = narrow ? ROW + 14 : ROW;
  const x = d3.scaleLinear([0, share ? 1 : d3.max(rows, row => d3.sum(row.values, ([, value]) => value)) || 1], [left, width - 64]);
  const shownName = row => visible(shortened(row.name, narrow ? Math.floor(width / 8.5) : 23));
  const inWords = row => row.values.filter(([, value]) => value).map(([kind, value]) => `${number(value)} ${kind.replaceAll('-', ' ')}`).join(', ') || 'none';
  const svg = d3.create('svg').attr('width', width).attr('height', rows.length * height).attr('role', 'list').attr('aria-label', label);
  const groups = svg.selectAll('g').data(rows).join('g').attr('role', 'listitem').attr('transform', (row, place) => `translate(0,${place * height})`);
  const links = groups.append('a').attr('href', row => row.href).attr('class', 'bar-row')
    .attr('aria-label', row => `${shownName(row)} ${row.total}: ${inWords(row)}`);
  links.append('rect').attr('class', 'bar-back').attr('width', width).attr('height', height - 2).attr('rx', 5);
  links.append('text').attr('class', 'bar-name').attr('x', narrow ? 4 : left - 10).attr('y', narrow ? 15 : height / 2 + 4)
    .attr('text-anchor', narrow ? 'start' : 'end').text(shownName);
  links.append('title').text(row => `${visible(row.name)}: ${inWords(row)}`);
  links.each(function(row) {
    const whole = share ? d3.sum(row.values, ([, value]) => value) || 1 : 1;
    let from = 0;
    for (const [kind, value, href] of row.values) {
      if (value) {
        const part = d3.select(this).append('rect').attr('class', `bar ${kind}`).attr('y', narrow ? 21 : 7).attr('height', 15)
          .attr('x', x(from)).attr('width', Math.max(1, x(from + value / whole) - x(from)));
        part.append('title').text(`${visible(row.name)}: ${number(value)} ${kind.replaceAll('-', ' ')}`);
        if (href) { // a pointer may aim at a part; the row itself leads to all of them
          part.on('click', event => {
            event.preventDefault();
            location.assign(href);
          });
        }
        from += value / whole;
      }
    }
  });
  links.append('text').attr('class', 'bar-total').attr('x', width - 4).attr('y', narrow ? 33 : height / 2 + 4).attr('text-anchor', 'end').text(row => ` ${row.total}`);
  return svg.node();
});

/** A ring of shares, with the whole in its middle; links to its parts {name, kind, value, href} stand beside it. */
const ring = (label, parts, whole, noun) => chart(width => {
  const size = Math.min(width, 190);
  const arcs = d3.pie().sort(null).padAngle(0.02).value(part => part.value)(parts.filter(part => part.value));
  const arc = d3.arc().innerRadius(size * 0.33).outerRadius(size * 0.49).cornerRadius(2);
  const svg = d3.create('svg').attr('width', size).attr('height', size).attr('viewBox', [-size / 2, -size / 2, size, size]).attr('role', 'img')
    .attr('aria-label', `${label}: ${parts.map(part => `${number(part.value)} ${part.name}`).join(', ')}`);
  svg.selectAll('path').data(arcs).join('path').attr('class', each => `bar ${each.data.kind}`).attr('d', arc)
    .on('click', (event, each) => location.assign(each.data.href))
    .append('title').text(each => `${each.data.name}: ${number(each.data.value)}`);
  svg.append('text').attr('class', 'ring-whole').attr('text-anchor', 'middle').attr('y', 4).text(number(whole));
  svg.append('text').attr('class', 'ring-noun').attr('text-anchor', 'middle').attr('y', 24).text(noun);
  return svg.node();
});

/** What the colours of a chart stand for. */
const legend = kinds => make('ul', { class: 'legend', 'aria-hidden': 'true' }, kinds.map(kind => make('li', { class: kind }, words(kind))));
