// What one can take away: a picture, a drawing, the claims, paper.

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const fileName = (ending) => `${fold(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "map"}.${ending}`;

// The map as it is on screen, on the colour of the page.
function paintOn(target, canvas) {
  const source = canvas.network.canvas.frame.canvas;
  [target.width, target.height] = [source.width, source.height];
  const ctx = target.getContext("2d");
  ctx.fillStyle = palette().page;
  ctx.fillRect(0, 0, target.width, target.height);
  ctx.drawImage(source, 0, 0);
  return target;
}

function savePicture(canvas) {
  paintOn(document.createElement("canvas"), canvas).toBlob((blob) => save(blob, fileName("png")), "image/png");
}

function saveDrawing(data, state, canvas) {
  const text = new XMLSerializer().serializeToString(drawingOf(data, state, canvas));
  save(new Blob([text], { type: "image/svg+xml" }), fileName("svg"));
}

function drawingOf(data, state, canvas) {
  const colours = palette();
  const nodes = [...state.visible.nodes].map((id) => ({ ...data.nodes.get(id), x: canvas.body.nodes[id].x, y: canvas.body.nodes[id].y }));
  const at = new Map(nodes.map((node) => [node.id, node]));
  const [left, top] = [Math.min(...nodes.map((node) => node.x)) - 90, Math.min(...nodes.map((node) => node.y)) - 40];
  const [right, bottom] = [Math.max(...nodes.map((node) => node.x)) + 90, Math.max(...nodes.map((node) => node.y)) + 70];
  const lines = [...state.visible.lines].flatMap(([id, claims]) => lineShapes(lineLook(data, data.lines.get(id), claims, state.visible), at.get(data.lines.get(id).from), at.get(data.lines.get(id).to), canvas.bends.get(id), colours));
  const isBadge = (shape) => shape.classList.contains("badge");
  return svg("svg", { xmlns: SVG, viewBox: [left, top, right - left, bottom - top].join(" "), width: right - left, height: bottom - top, "font-family": "system-ui, sans-serif", "font-size": 12 },
    svg("title", {}, document.title),
    svg("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: colours.page }),
    ...(at.has(data.about[0]) ? data.rings.map((r) => svg("circle", { cx: at.get(data.about[0]).x, cy: at.get(data.about[0]).y, r, fill: "none", stroke: colours.ring })) : []),
    ...lines.filter((shape) => !isBadge(shape)),
    ...nodes.map((node) => svg("g", {}, svg("title", {}, node.name), shapeOf(node.shape, node.size, node.x, node.y, { fill: node.color, stroke: colours.border, "stroke-width": 1.4 }),
      ...node.label.split("\n").map((text, place) => svg("text", { x: node.x, y: node.y + node.size + 14 + 14 * place, "text-anchor": "middle", fill: colours.text, stroke: colours.page, "stroke-width": 3, "paint-order": "stroke" }, text)))),
    ...lines.filter(isBadge));
}

function lineShapes(look, from, to, bend, colours) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const middle = { x: (from.x + to.x) / 2 + dy * bend, y: (from.y + to.y) / 2 - dx * bend };
  const back = Math.hypot(to.x - middle.x, to.y - middle.y) || 1;
  const unit = { x: (to.x - middle.x) / back, y: (to.y - middle.y) / back };
  const tip = { x: to.x - unit.x * (to.size + 2), y: to.y - unit.y * (to.size + 2) };
  const side = (along, across) => `${(tip.x - unit.x * along - unit.y * across).toFixed(1)},${(tip.y - unit.y * along + unit.x * across).toFixed(1)}`;
  const centre = { x: (from.x + 2 * middle.x + to.x) / 4, y: (from.y + 2 * middle.y + to.y) / 4 };
  const shapes = [svg("path", { d: `M${from.x} ${from.y} Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${to.x} ${to.y}`, fill: "none", stroke: look.colour, "stroke-width": look.width.toFixed(1), "stroke-dasharray": look.dashes ? look.dashes.join(" ") : null })];
  if (length > 1) shapes.push(look.end === "bar" ? svg("path", { d: `M${side(0, -6)} L${side(0, 6)}`, stroke: look.colour, "stroke-width": 2.5 }) : svg("polygon", { points: [side(0, 0), side(9, 4), side(9, -4)].join(" "), fill: look.colour }));
  if (BADGES[look.standing]) shapes.push(svg("circle", { class: "badge", cx: centre.x, cy: centre.y, r: 7.5, fill: colours.badge, stroke: colours[look.standing] }), svg("text", { class: "badge", x: centre.x, y: centre.y + 4, "text-anchor": "middle", "font-weight": "bold", fill: colours[look.standing] }, BADGES[look.standing]));
  return shapes;
}

function saveClaims(table) {
  save(new Blob(["\ufeff", table.csv()], { type: "text/csv;charset=utf-8" }), fileName("csv"));
}

async function copyText(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el("textarea", { "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  announce(done);
}
