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
  const lines = [...state.visible.lines.keys()].flatMap((id) => lineShapes(canvas.looks.get(id), canvas.curveOf(id), colours));
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

// A pen that writes a path of SVG.
function pathPen() {
  const parts = [];
  const add = (letter) => (...numbers) => parts.push(letter + numbers.map((number) => number.toFixed(1)).join(" "));
  return { moveTo: add("M"), lineTo: add("L"), quadraticCurveTo: add("Q"), path: () => parts.join("") };
}

function lineShapes(look, curve, colours) {
  const { colour, width, dashes, end, standing } = look;
  const length = lengthOf(look);
  const pen = pathPen();
  curve.draw(pen, end === "bar" ? 0 : length);
  const head = pathPen();
  headOf(curve, end, length).forEach(({ x, y }, place) => (place ? head.lineTo(x, y) : head.moveTo(x, y)));
  const shapes = [
    svg("path", { d: pen.path(), fill: "none", stroke: colour, "stroke-width": width.toFixed(1), "stroke-dasharray": dashes ? dashes.join(" ") : null, "stroke-linecap": dashes ? "round" : null }),
    svg("path", { d: head.path(), ...(end === "bar" ? { stroke: colour, "stroke-width": 2 * width } : { fill: colour }) }),
  ];
  if (BADGES[standing]) {
    const { x, y } = curve.at(0.5);
    shapes.push(svg("circle", { class: "badge", cx: x, cy: y, r: 7.5, fill: colours.badge, stroke: colours[standing] }), svg("text", { class: "badge", x, y: y + 4, "text-anchor": "middle", "font-weight": "bold", fill: colours[standing] }, BADGES[standing]));
  }
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
