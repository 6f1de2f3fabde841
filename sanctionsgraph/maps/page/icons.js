// Small drawings for the legend and the SVG file, in the shapes that vis-network draws on the map.

const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const SVG = "http://www.w3.org/2000/svg";

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === "string" ? child.replace(NOT_IN_XML, "\ufffd") : child)));
  return element;
}

const around = (sides, radius, start) => Array.from({ length: sides }, (_, side) => {
  const angle = start + (side * 2 * Math.PI) / sides;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

function cornersOf(shape, r) {
  switch (shape) {
    case "square": return [[-r, -r], [r, -r], [r, r], [-r, r]];
    case "diamond": return [[0, -r], [r, 0], [0, r], [-r, 0]];
    case "hexagon": return around(6, r, 0);
    case "triangle": return [[0, -r], [r, r * 0.8], [-r, r * 0.8]];
    case "triangleDown": return [[0, r], [r, -r * 0.8], [-r, -r * 0.8]];
    case "star": return around(10, 1, -Math.PI / 2).map(([x, y], place) => [x, y].map((part) => part * r * (place % 2 ? 0.55 : 1.2)));
    default: return null;
  }
}

function shapeOf(shape, radius, x, y, attributes) {
  const corners = cornersOf(shape, radius);
  if (!corners) return svg("circle", { cx: x, cy: y, r: radius, ...attributes });
  return svg("polygon", { points: corners.map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" "), ...attributes });
}

function nodeIcon(kind) {
  return svg("svg", { width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true", class: "icon" },
    shapeOf(kind.shape, 6.2, 0, 0, { fill: kind.colour, class: "outline" }));
}

function lineIcon(colour, dashes, mark) {
  const icon = svg("svg", { width: 34, height: 14, viewBox: "0 0 34 14", "aria-hidden": "true", class: "icon" },
    svg("line", { x1: 1, y1: 7, x2: 33, y2: 7, stroke: colour, "stroke-width": 2.4, "stroke-dasharray": dashes ? dashes.join(" ") : null }));
  if (mark) icon.append(svg("circle", { cx: 17, cy: 7, r: 6.2, class: "badge" }), svg("text", { x: 17, y: 10.6, "text-anchor": "middle", class: "badge-text" }, mark));
  return icon;
}
