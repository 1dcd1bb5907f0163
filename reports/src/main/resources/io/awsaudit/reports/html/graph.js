// --- graphs ---------------------------------------------------------------------------------------------------------
// A few resources and how they bear on one another, laid out as a tree by D3 from the one that the page is about.

const NODE = { width: 190, height: 42, gap: 16, step: 320 };

const nameOf = arn => {
  const [known] = resourcesAt(arn);
  const name = known === undefined ? '' : resources.name[known];
  return name || arn.split(/[/:]/).filter(Boolean).at(-1) || arn;
};
const typeOf = arn => {
  const [known] = resourcesAt(arn);
  return known === undefined ? arn.split(':')[2] || 'not in this report' : data.words[resources.type[known]];
};

/** Arranges edges [from, relation, to] as a tree about a resource; an edge that leads to it turns its branch to the left. */
const treeOf = (root, edges) => {
  const met = new Set([root]);
  const tree = { arn: root, right: [], left: [] };
  const queue = [tree];
  const rest = new Set(edges);
  while (queue.length) {
    const node = queue.shift();
    for (const edge of rest) {
      const [from, relation, to] = edge;
      const isOut = from === node.arn;
      const other = isOut ? to : from;
      if ((isOut || to === node.arn) && !met.has(other)) {
        met.add(other);
        rest.delete(edge);
        const child = { arn: other, relation, isOut, children: [] };
        (node.children ?? (isOut ? node.right : node.left)).push(child);
        queue.push(child);
      }
    }
  }
  return { tree, rest: [...rest] };
};

/** Draws a graph; the list of the same edges stands beside it, for those who do not see it. */
const graph = (root, edges) => {
  const { tree, rest } = treeOf(root, edges);
  const layout = d3.tree().nodeSize([NODE.height + NODE.gap, NODE.step]);
  const side = (children, sign) => {
    const top = layout(d3.hierarchy({ arn: root, children }));
    return top.descendants().map(node => ({ ...node.data, depth: node.depth, x: sign * node.y, y: node.x - top.x, parent: node.parent?.data.arn }));
  };
  const nodes = [...side(tree.right, 1), ...side(tree.left, -1).slice(1)];
  const at = new Map(nodes.map(node => [node.arn, node]));
  const [left, right] = d3.extent(nodes, node => node.x);
  const [top, bottom] = d3.extent(nodes, node => node.y);
  const box = [left - NODE.width / 2 - 8, top - NODE.height / 2 - 10, right - left + NODE.width + 16, bottom - top + NODE.height + 20];
  const svg = d3.create('svg').attr('class', 'graph').attr('viewBox', box).attr('width', box[2]).attr('height', box[3]).attr('role', 'img')
    .attr('aria-label', `Graph of ${count(nodes.length, 'resource')}; the list beside it says the same in words`);
  svg.append('defs').append('marker').attr('id', 'arrow').attr('viewBox', '0 0 8 8').attr('refX', 7).attr('refY', 4).attr('markerWidth', 7)
    .attr('markerHeight', 7).attr('orient', 'auto').append('path').attr('d', 'M0,0L8,4L0,8z');
  const lines = [
    ...nodes.filter(node => node.parent).map(node => node.isOut ? [at.get(node.parent), node.relation, node] : [node, node.relation, at.get(node.parent)]),
    ...rest.map(([from, relation, to]) => [at.get(from), relation, at.get(to)]).filter(([from, , to]) => from && to),
  ];
  const curve = d3.link(d3.curveBumpX);
  for (const [from, relation, to] of lines) {
    const turn = Math.sign(to.x - from.x) || 1;
    const start = [from.x + turn * NODE.width / 2, from.y];
    const end = [to.x - turn * (NODE.width / 2 + 3), to.y];
    svg.append('path').attr('class', 'edge').attr('d', curve({ source: start, target: end })).attr('marker-end', 'url(#arrow)');
    svg.append('text').attr('class', 'edge-name').attr('text-anchor', 'middle')
      .attr('x', (start[0] + end[0]) / 2).attr('y', (start[1] + end[1]) / 2 - 5).text(visible(relation));
  }
  const boxes = svg.selectAll('g').data(nodes).join('g')
    .attr('class', node => `node${node.arn === root ? ' own' : ''}${resourcesAt(node.arn).length ? '' : ' outside'}`)
    .attr('transform', node => `translate(${node.x - NODE.width / 2},${node.y - NODE.height / 2})`);
  boxes.append('rect').attr('width', NODE.width).attr('height', NODE.height).attr('rx', 7);
  boxes.append('text').attr('class', 'node-name').attr('x', 10).attr('y', 18).text(node => visible(shortened(nameOf(node.arn), 25)));
  boxes.append('text').attr('class', 'node-type').attr('x', 10).attr('y', 33).text(node => visible(shortened(typeOf(node.arn), 30)));
  boxes.append('title').text(node => visible(node.arn));
  svg.style('min-width', `${Math.min(box[2], 620)}px`); // smaller, nobody could read it
  return make('div', { class: 'scroll graph-box', tabindex: 0, role: 'group', 'aria-label': 'Graph' }, svg.node());
};

const resourceLink = arn => resourcesAt(arn).length
  ? link(resourceAddress(arn), {}, nameOf(arn))
  : make('span', { title: 'Not among the resources of this report' }, nameOf(arn));

/** The same as the graph, in words. */
const edgeList = (edges, own) => make('ul', { class: 'edges' }, edges.map(([from, relation, to]) => make('li', {},
  from === own ? make('strong', {}, nameOf(from)) : resourceLink(from), ' ', make('span', { class: 'relation' }, relation), ' ',
  to === own ? make('strong', {}, nameOf(to)) : resourceLink(to),
  under(arnText(from === own ? to : from)))));
