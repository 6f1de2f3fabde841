// The drawing: vis-network with its physics off. It draws the nodes where the layout put them, moves and zooms; lines,
// selection, filters, labels and badges are ours, since vis-network would take too long for each.

const MANY_LINES = 5; // with more, all sides are busy

const NARROW = 600; // pixels

const MOST_NOTES = 40;

const LARGE = 1500; // lines: drawing them takes so long that they hide while the map is moved

const REACH = 8; // pixels of the screen from a line that still hit it

// Below this scale lines, dashes and arrows shrink no more, so that a small map can still be read.
const SHRINK_TO = 0.5;

class Canvas {
  constructor(data, state, holder) {
    Object.assign(this, { data, state, holder, labels: new Labels(), looks: new Map(), badges: new Map(), inSight: [], untouched: true, hovered: null });
    this.isLarge = data.lines.size > LARGE;
    this.bends = bendLines(data.lines.values());
    this.network = new vis.Network(holder, { nodes: new vis.DataSet(this.nodeRecords()), edges: [] }, this.options());
    this.body = this.network.body;
    this.body.emitter.emit("_blockRedraw"); // until the lines are known
    this.network.canvas.frame.tabIndex = -1;
    this.network.on("beforeDrawing", (ctx) => { this.drawRings(ctx); this.drawLines(ctx); });
    this.network.on("afterDrawing", (ctx) => this.drawOver(ctx));
    this.network.on("click", (event) => this.pick(event.pointer.DOM));
    this.network.on("dragEnd", ({ nodes }) => this.pin(nodes));
    this.network.on("resize", () => this.untouched && requestAnimationFrame(() => this.fit()));
    for (const name of ["zoom", "dragStart"]) this.network.on(name, () => { this.untouched = false; this.hover(null); });
    holder.addEventListener("mousemove", (event) => this.follow(event));
    holder.addEventListener("mouseleave", () => this.hover(null));
  }

  options() {
    return {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { selectable: false, hover: false, keyboard: false, tooltipDelay: 1e9 },
      nodes: { borderWidth: 1.4, borderWidthSelected: 1.4, chosen: false, physics: false, labelHighlightBold: false },
    };
  }

  nodeRecords() {
    return [...this.data.nodes.values()].map((node) => ({ id: node.id, shape: node.shape, size: node.size, x: node.x, y: node.y, color: this.fill(node) }));
  }

  fill(node) {
    return { background: node.color, border: palette().border };
  }

  // Draw what the filters leave.
  show() {
    const { visible } = this.state;
    this.lit = this.findLit();
    for (const id of visible.lines.keys()) this.looks.set(id, lineLook(this.data, this.data.lines.get(id), visible));
    this.placeMoved();
    this.body.nodeIndices = [...this.data.nodes.keys()].filter((id) => visible.nodes.has(id));
    this.body.emitter.emit("_allowRedraw");
    this.network.redraw();
  }

  // Where a node is now, also while it is dragged.
  nodeAt(id) {
    const { x, y } = this.body.nodes[id];
    const { size, shape } = this.data.nodes.get(id);
    return { x, y, size, shape };
  }

  curveOf(id) {
    const { from, to } = this.data.lines.get(id);
    return from === to ? new Loop(this.nodeAt(from)) : new Curve(this.nodeAt(from), this.nodeAt(to), this.bends.get(id));
  }

  drawLines(ctx) {
    const { dragging, zooming } = this.network.renderer;
    this.inSight = this.linesInSight();
    if (this.isLarge && (dragging || zooming)) return;
    ctx.save();
    for (const id of this.inSight) this.drawLine(ctx, id, this.isLarge);
    ctx.restore();
  }

  // One of many is thin and has no arrow where it would be a speck.
  drawLine(ctx, id, isOneOfMany) {
    const { colour, width, dashes, end } = this.looks.get(id);
    const grain = Math.max(1, SHRINK_TO / this.network.getScale());
    const thick = isOneOfMany ? 1 : grain;
    const length = isOneOfMany && grain > 1 ? 0 : lengthOf({ end, width }) * thick;
    const curve = this.curveOf(id);
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = width * thick;
    ctx.lineCap = dashes ? "round" : "butt";
    ctx.setLineDash(dashes ? dashes.map((part) => part * grain) : []);
    ctx.beginPath();
    curve.draw(ctx, end === "bar" ? 0 : length);
    ctx.stroke();
    if (length) this.drawHead(ctx, headOf(curve, end, length), end);
  }

  drawHead(ctx, corners, end) {
    ctx.beginPath();
    for (const { x, y } of corners) ctx.lineTo(x, y);
    if (end === "arrow") return ctx.fill();
    ctx.setLineDash([]);
    ctx.lineWidth *= 2;
    ctx.stroke();
  }

  // The visible lines that may cross the window.
  linesInSight() {
    const low = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const high = this.network.DOMtoCanvas({ x: this.holder.clientWidth, y: this.holder.clientHeight });
    return [...this.state.visible.lines.keys()].filter((id) => {
      const line = this.data.lines.get(id);
      const [from, to] = [this.body.nodes[line.from], this.body.nodes[line.to]];
      const room = 60 + Math.abs(this.bends.get(id)) * (Math.abs(from.x - to.x) + Math.abs(from.y - to.y));
      return Math.min(from.x, to.x) - room < high.x && Math.max(from.x, to.x) + room > low.x && Math.min(from.y, to.y) - room < high.y && Math.max(from.y, to.y) + room > low.y;
    });
  }

  placeMoved() {
    const { moved } = this.state.now;
    if (moved === this.placed) return;
    for (const id of Object.keys({ ...this.placed, ...moved })) {
      const node = this.data.nodes.get(id);
      [this.body.nodes[id].x, this.body.nodes[id].y] = moved[id] || [node.x, node.y];
    }
    this.placed = moved;
  }

  // Nodes that the reader dragged stay where they were let go.
  pin(ids) {
    this.network.unselectAll();
    const places = ids.map((id) => [id, [Math.round(this.body.nodes[id].x), Math.round(this.body.nodes[id].y)]]);
    if (places.length) this.state.change({ moved: { ...this.state.now.moved, ...Object.fromEntries(places) } });
  }

  // Move the selected node by so many pixels of the screen; a walk of one node is one step to take back.
  nudge(dx, dy) {
    const { selected, moved } = this.state.now;
    if (!selected || !this.state.visible.nodes.has(selected.id)) return;
    const { x, y } = this.body.nodes[selected.id];
    const scale = this.network.getScale();
    const remember = this.nudged !== this.state.now.moved || !moved[selected.id];
    this.state.change({ moved: { ...moved, [selected.id]: [Math.round(x + dx / scale), Math.round(y + dy / scale)] } }, { remember });
    this.nudged = this.state.now.moved;
  }

  recolour() {
    for (const node of this.data.nodes.values()) this.body.nodes[node.id].setOptions({ color: this.fill(node) });
    this.show();
  }

  // What stays bright while something is selected; null for everything.
  findLit() {
    const { selected, path } = this.state.now;
    const { lines: all, nodes: shown } = this.state.visible;
    const route = path && findPath(this.data, this.state.visible, ...path);
    if (route) return { nodes: new Set(route.nodes), lines: new Set(route.lines.map((line) => line.id)) };
    if (!selected) return null;
    let lines = [];
    const nodes = new Set();
    if (selected.type === "line") lines = [this.data.lines.get(selected.id)];
    else {
      nodes.add(selected.id);
      lines = linesAbout(this.data, this.state.visible, selected.id);
    }
    // Both halves of a deed that leads through an item.
    lines = unique(lines.flatMap((line) => line.facts).filter((fact) => this.state.visible.ofFact.has(fact)).flatMap((fact) => fact.lines)).filter((line) => all.has(line.id));
    for (const line of lines) nodes.add(line.from).add(line.to);
    return { nodes: new Set([...nodes].filter((id) => shown.has(id))), lines: new Set(lines.map((line) => line.id)) };
  }

  // What parts one step from the middle from two.
  drawRings(ctx) {
    const { rings, about, nodes } = this.data;
    if (!rings.length || !this.state.visible.nodes.has(about[0])) return;
    const { x, y } = nodes.get(about[0]);
    ctx.strokeStyle = palette().ring;
    ctx.lineWidth = 1.5 / this.network.getScale();
    for (const radius of rings) {
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, 2 * Math.PI);
      ctx.stroke();
    }
  }

  drawOver(ctx) {
    const canvas = ctx.canvas;
    const { lit } = this;
    const colours = palette();
    if (lit) this.dim(ctx, lit, colours);
    const ratio = canvas.width / canvas.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.drawBadges(ctx, lit, colours);
    if (this.state.now.selected) this.ring(ctx, this.state.now.selected, colours);
    const taken = [...this.badges.values()].map(([x, y]) => [x - 9, y - 9, x + 9, y + 9]);
    this.labels.draw(ctx, this.places(lit), taken, colours, canvas.clientWidth, canvas.clientHeight);
    if (lit && lit.lines.size <= MOST_NOTES) this.labels.note(ctx, this.notes(lit), colours, canvas.clientWidth, canvas.clientHeight);
    ctx.restore();
  }

  dim(ctx, lit, colours) {
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = 0.84;
    ctx.fillStyle = colours.page;
    ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    ctx.restore();
    ctx.save();
    for (const id of lit.lines) this.drawLine(ctx, id, false);
    ctx.restore();
    for (const id of lit.nodes) this.body.nodes[id].draw(ctx);
  }

  drawBadges(ctx, lit, colours) {
    this.badges = new Map();
    const radius = Math.min(7.5, Math.max(4.5, 7.5 * Math.sqrt(this.network.getScale())));
    for (const id of this.inSight) {
      const { standing } = this.looks.get(id);
      if (!BADGES[standing] || (this.isLarge && lit && !lit.lines.has(id))) continue;
      const { x, y } = this.onScreen(this.curveOf(id).at(0.5));
      if (this.isLarge && [...this.badges.values()].some(([left, top]) => Math.hypot(left - x, top - y) < 2 * radius)) continue;
      this.badges.set(id, [x, y]);
      drawBadge(ctx, x, y, radius, standing, colours, lit && !lit.lines.has(id));
    }
  }

  places(lit) {
    const scale = this.network.getScale();
    return this.body.nodeIndices.map((id) => {
      const node = this.data.nodes.get(id);
      const { x, y } = this.onScreen(this.body.nodes[id]);
      const chosen = this.state.now.selected && this.state.now.selected.id === id;
      return { id, text: node.label, x, y, radius: node.size * scale + (chosen ? 6 : 0), weight: node.size, faint: Boolean(lit && !lit.nodes.has(id)), must: chosen || this.hovered === id, rays: this.raysFrom(node, lit) };
    });
  }

  // What was given, along each line that is lit.
  notes(lit) {
    return [...lit.lines].flatMap((id) => {
      const text = itemsInWords(this.data, this.state.visible.lines.get(id));
      const curve = this.curveOf(id);
      const along = [0.5, 0.42, 0.58, 0.34, 0.66].map((part) => this.onScreen(curve.at(part)));
      return text ? [{ id, text, points: along.map(({ x, y }) => [x, y]) }] : [];
    });
  }

  // The directions in which visible lines (lit ones, if the node is lit) leave a node, as unit vectors; none where all sides
  // are busy.
  raysFrom(node, lit) {
    const shown = lit && lit.nodes.has(node.id) ? lit.lines : this.state.visible.lines;
    const lines = node.lines.filter((line) => shown.has(line.id) && line.from !== line.to);
    if (lines.length > MANY_LINES) return [];
    const from = this.body.nodes[node.id];
    return lines.map((line) => {
      const to = this.curveOf(line.id).at(line.from === node.id ? 0.2 : 0.8);
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = Math.hypot(dx, dy) || 1;
      return [dx / length, dy / length];
    });
  }

  ring(ctx, selected, colours) {
    if (selected.type !== "node" || !this.body.nodes[selected.id] || !this.state.visible.nodes.has(selected.id)) return;
    const { x, y } = this.onScreen(this.body.nodes[selected.id]);
    ctx.beginPath();
    ctx.arc(x, y, this.data.nodes.get(selected.id).size * this.network.getScale() * 1.15 + 5, 0, 2 * Math.PI);
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = colours.accent;
    ctx.stroke();
  }

  onScreen({ x, y }) {
    return this.network.canvasToDOM({ x, y });
  }

  // The node or line at a point of the canvas: {type, id} or null.
  at(point) {
    const node = this.network.getNodeAt(point) || this.labels.at(point.x, point.y);
    if (node) return { type: "node", id: node };
    for (const [id, [x, y]] of this.badges) if (Math.hypot(point.x - x, point.y - y) <= 9) return { type: "line", id };
    const line = this.labels.at(point.x, point.y, this.labels.noteBoxes) || this.lineAt(point);
    return line ? { type: "line", id: line } : null;
  }

  // The visible line that runs nearest to a point, if it is near.
  lineAt(point) {
    const spot = this.network.DOMtoCanvas(point);
    let [found, least] = [null, REACH / this.network.getScale()];
    for (const id of this.inSight) {
      const distance = distanceTo(this.curveOf(id), spot);
      if (distance < least) [found, least] = [id, distance];
    }
    return found;
  }

  pick(point) {
    choose(this.state, this.at(point));
  }

  follow(event) {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = null;
      const frame = this.holder.getBoundingClientRect();
      const point = { x: event.clientX - frame.left, y: event.clientY - frame.top };
      this.hover(event.buttons ? null : this.at(point), point);
    });
  }

  hover(found, point) {
    const tip = byId("tip");
    tip.hidden = !found;
    this.holder.style.cursor = found ? "pointer" : "";
    const node = found && found.type === "node" ? found.id : null;
    if (node !== this.hovered) {
      this.hovered = node;
      if (!this.isLarge) this.network.redraw();
    }
    if (!found) return;
    tip.replaceChildren(...tipFor(this.data, this.state.visible, found));
    const room = this.holder.clientWidth;
    tip.style.left = `${Math.max(4, Math.min(point.x + 14, room - tip.offsetWidth - 6))}px`;
    tip.style.top = `${point.y + 18 + tip.offsetHeight > this.holder.clientHeight ? point.y - tip.offsetHeight - 10 : point.y + 18}px`;
  }

  // On a narrow screen the whole map is small: what is selected fills it instead.
  isNarrow() {
    return this.holder.clientWidth < NARROW;
  }

  fit() {
    const { clientWidth: width, clientHeight: height } = this.holder;
    const ids = this.isNarrow() && this.lit && this.lit.nodes.size ? [...this.lit.nodes] : this.body.nodeIndices;
    if (!ids.length || !width || !height) return;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const id of ids) {
      const { x, y } = this.body.nodes[id];
      const r = this.data.nodes.get(id).size;
      box[0] = Math.min(box[0], x - r); box[1] = Math.min(box[1], y - r);
      box[2] = Math.max(box[2], x + r); box[3] = Math.max(box[3], y + r);
    }
    // Labels keep their size whatever the zoom: 64 pixels for half of one at either side, 44 below.
    const across = Math.min(64, width * 0.14);
    const scale = Math.min((width - 2 * across) / (box[2] - box[0]), (height - 70) / (box[3] - box[1]), 1.3);
    const position = { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 + 12 / scale };
    this.network.moveTo({ position, scale, animation: false });
    this.untouched = true;
  }

  zoom(factor) {
    this.untouched = false;
    this.network.moveTo({ scale: Math.min(5, Math.max(0.05, this.network.getScale() * factor)), animation: false });
  }

  move(dx, dy) {
    this.untouched = false;
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
  }

  // Bring a node into the middle if it is out of sight.
  reveal(id) {
    if (!this.body.nodes[id] || !this.state.visible.nodes.has(id)) return;
    const { x, y } = this.onScreen(this.body.nodes[id]);
    const inside = x > 30 && y > 30 && x < this.holder.clientWidth - 30 && y < this.holder.clientHeight - 40;
    if (!inside) this.network.moveTo({ position: { x: this.body.nodes[id].x, y: this.body.nodes[id].y }, animation: false });
  }

  // A point of the window where a click finds this line or node; null if there is none.
  positionOf(id) {
    const frame = this.holder.getBoundingClientRect();
    const isThere = (point) => { const found = this.at(point); return found && found.id === id; };
    const inWindow = (point) => (point ? { x: frame.left + point.x, y: frame.top + point.y } : null);
    if (this.data.nodes.has(id)) return this.state.visible.nodes.has(id) ? inWindow(this.onScreen(this.body.nodes[id])) : null;
    if (!this.state.visible.lines.has(id)) return null;
    const along = Array.from({ length: 37 }, (_, step) => 0.5 + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 0.025);
    const curve = this.curveOf(id);
    return inWindow(along.map((part) => this.onScreen(curve.at(part))).find(isThere));
  }
}

// The visible lines that concern a node, an item or a speaker.
function linesAbout(data, visible, id) {
  const node = data.nodes.get(id);
  const lines = new Set(node ? node.lines : []);
  const items = data.narrower.get(id);
  if (items) for (const fact of data.facts) if (items.has(fact.item)) fact.lines.forEach((line) => lines.add(line));
  if (!node && data.homes.has(id)) for (const fact of data.facts) if (fact.subject === id || fact.object === id) fact.lines.forEach((line) => lines.add(line));
  if (!node && !items) for (const claim of data.said.get(id) || []) claim.fact.lines.forEach((line) => lines.add(line));
  return [...lines].filter((line) => visible.lines.has(line.id));
}

function tipFor(data, visible, found) {
  if (found.type === "node") {
    const node = data.nodes.get(found.id);
    const lines = node.lines.filter((line) => visible.lines.has(line.id)).length;
    return [el("strong", {}, node.name), el("span", {}, `${node.sort} · ${count(lines, "line")}`)];
  }
  const line = data.lines.get(found.id);
  const claims = visible.lines.get(found.id) || [];
  const deeds = [...new Set(claims.map((claim) => deedOf(data, claim.fact)))];
  const more = deeds.length > 3 ? [el("span", {}, `and ${deeds.length - 3} more`)] : [];
  const items = itemsInWords(data, claims, 6);
  return [...deeds.slice(0, 3).map((deed) => el("strong", {}, deed)), ...more, items ? el("span", {}, items) : "",
    el("span", {}, `${count(claims.length, "claim")} · ${count(originsOf(claims), "origin")} · ${STATUS_WORDS[standingOf(claims, visible)]}`)];
}
