// Where lines run, on the map and in the SVG file alike: from node to node in a curve, or back to the same node in a loop.
// Nodes are {x, y, size, shape}. A pen is a canvas, or whatever else takes its moveTo, lineTo and quadraticCurveTo.

const LOOP = 15; // the radius of a loop, in pixels of the map
const GAP = 2; // between a node's border and an arrow

const between = (one, other, part) => ({ x: one.x + (other.x - one.x) * part, y: one.y + (other.y - one.y) * part });

// How far from its middle the border of a node is in a direction.
function borderOf({ shape, size }, { x, y }) {
  if (shape === "square") return size / Math.max(Math.abs(x), Math.abs(y));
  return shape === "diamond" ? size / (Math.abs(x) + Math.abs(y)) : size;
}

class Curve {
  // `bend` is how far it swings out, in parts of the distance; 0 is straight.
  constructor(from, to, bend) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const via = { x: from.x + dx / 2 + dy * bend, y: from.y + dy / 2 - dx * bend };
    const last = Math.hypot(to.x - via.x, to.y - via.y) || 1;
    this.direction = { x: (to.x - via.x) / last, y: (to.y - via.y) / last };
    this.border = borderOf(to, this.direction) + GAP;
    this.tip = { x: to.x - this.direction.x * this.border, y: to.y - this.direction.y * this.border };
    Object.assign(this, { from, to, via, last, steps: bend ? 16 : 1 });
  }

  at(part) {
    return between(between(this.from, this.via, part), between(this.via, this.to, part), part);
  }

  // All of it but where an arrow of this length stands.
  draw(pen, length) {
    const part = length ? Math.max(0.1, 1 - (this.border + length) / (2 * this.last)) : 1;
    const via = between(this.from, this.via, part);
    const end = this.at(part);
    pen.moveTo(this.from.x, this.from.y);
    if (this.steps === 1) pen.lineTo(end.x, end.y);
    else pen.quadraticCurveTo(via.x, via.y, end.x, end.y);
  }
}

class Loop {
  constructor(node) {
    const away = node.size + LOOP / 2;
    this.middle = { x: node.x + away * Math.SQRT1_2, y: node.y - away * Math.SQRT1_2 };
    const half = Math.acos((away ** 2 + LOOP ** 2 - (node.size + GAP) ** 2) / (2 * away * LOOP));
    this.start = 0.75 * Math.PI + half;
    this.turn = 2 * (Math.PI - half);
    this.tip = this.at(1);
    this.direction = { x: -Math.sin(this.start + this.turn), y: Math.cos(this.start + this.turn) };
    this.steps = 24;
  }

  at(part) {
    const angle = this.start + this.turn * part;
    return { x: this.middle.x + LOOP * Math.cos(angle), y: this.middle.y + LOOP * Math.sin(angle) };
  }

  draw(pen, length) {
    const until = 1 - length / (LOOP * this.turn);
    for (let step = 0; step <= this.steps; step++) {
      const { x, y } = this.at((until * step) / this.steps);
      if (step) pen.lineTo(x, y);
      else pen.moveTo(x, y);
    }
  }
}

// How far a point is from a line.
function distanceTo(curve, { x, y }) {
  let least = Infinity;
  let one = curve.at(0);
  for (let step = 1; step <= curve.steps; step++) {
    const other = curve.at(step / curve.steps);
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const part = Math.min(1, Math.max(0, ((x - one.x) * dx + (y - one.y) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(one.x + dx * part - x, one.y + dy * part - y));
    one = other;
  }
  return least;
}

// How long an arrow is, or how wide the bar that denials end in.
const lengthOf = ({ end, width }) => (end === "bar" ? 12 : 8 + 3 * width);

// The corners of an arrow, or the ends of a bar.
function headOf({ tip, direction: { x, y } }, end, length) {
  const corner = (along, across) => ({ x: tip.x - x * along - y * across, y: tip.y - y * along + x * across });
  const half = length * (end === "bar" ? 0.5 : 0.32);
  return end === "bar" ? [corner(0, -half), corner(0, half)] : [corner(0, 0), corner(length, half), corner(length * 0.85, 0), corner(length, -half)];
}
