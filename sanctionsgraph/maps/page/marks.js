// Labels and badges, drawn over the map in pixels of the screen: they keep their size when one zooms, and no label lies on
// another. Where there is no room, the one with more claims wins; the rest show as one zooms in.

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
const NOTE_FONT = `italic ${FONT.replace("12px", "11.5px")}`;
const LINE_HEIGHT = 14;
const PIXELS_PER_IMPORTANT = 60_000;

class Crowd {
  constructor() {
    this.cells = new Map();
  }

  *keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y++) yield `${x},${y}`;
    }
  }

  isFree(box, but = null) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        if (other.owner !== but && box[0] < other.box[2] && other.box[0] < box[2] && box[1] < other.box[3] && other.box[1] < box[3]) return false;
      }
    }
    return true;
  }

  add(box, owner) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ box, owner });
    }
  }
}

// Whether a line that leaves (x, y) in the direction of `ray` runs through the box near its node.
function crosses(box, x, y, radius, [dx, dy]) {
  for (let step = radius + 3; step < radius + 70; step += 6) {
    const [px, py] = [x + dx * step, y + dy * step];
    if (px > box[0] && px < box[2] && py > box[1] && py < box[3]) return true;
  }
  return false;
}

class Labels {
  constructor() {
    this.sizes = new Map();
    this.boxes = new Map(); // by node: where its label was last drawn
    this.noteBoxes = new Map(); // by line
  }

  sizeOf(ctx, text) {
    if (!this.sizes.has(text)) {
      const lines = text.split("\n");
      this.sizes.set(text, { lines, width: Math.max(...lines.map((line) => ctx.measureText(line).width)), height: lines.length * LINE_HEIGHT });
    }
    return this.sizes.get(text);
  }

  // `places`: {id, text, x, y, radius, weight, faint, must, rays} of nodes and `taken` boxes, in pixels of the screen.
  draw(ctx, places, taken, colours, width, height) {
    const crowd = new Crowd();
    const written = new Crowd();
    Object.assign(this, { crowd, written });
    for (const box of taken) crowd.add(box, "badge");
    this.boxes = new Map();
    this.noteBoxes = new Map();
    ctx.font = FONT;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    for (const { id, x, y, radius } of places) crowd.add([x - radius, y - radius, x + radius, y + radius], id);
    const order = [...places].sort((a, b) => b.must - a.must || a.faint - b.faint || b.weight - a.weight || compare(a.id, b.id));
    order.forEach((place, rank) => {
      if (place.x < -80 || place.y < -40 || place.x > width + 80 || place.y > height + 40) return;
      const inView = (box) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
      const boxes = this.spotsFor(ctx, place);
      // The few busiest may cover a node, never a label.
      const box = boxes.find((each) => inView(each) && written.isFree(each) && crowd.isFree(each, place.id))
        || (rank < (width * height) / PIXELS_PER_IMPORTANT && !place.faint && boxes.find((each) => inView(each) && written.isFree(each)))
        || (place.must && boxes[0]);
      if (!box) return;
      written.add(box, place.id);
      this.boxes.set(place.id, box);
      this.write(ctx, place, box, colours);
    });
  }

  // Words along lines, `notes` of {text, points, colour}: after the labels, where there is room for them.
  note(ctx, notes, colours, width, height) {
    ctx.font = NOTE_FONT;
    for (const { id, text, points } of notes) {
      const w = ctx.measureText(text).width + 6;
      const box = points.map(([x, y]) => [x - w / 2, y - 8, x + w / 2, y + 8])
        .find((each) => each[0] >= 0 && each[1] >= 0 && each[2] <= width && each[3] <= height && this.crowd.isFree(each) && this.written.isFree(each));
      if (!box) continue;
      this.written.add(box, id);
      this.noteBoxes.set(id, box);
      this.line(ctx, text, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, colours.page, colours.text);
    }
  }

  line(ctx, text, x, y, halo, colour) {
    ctx.lineWidth = 4;
    ctx.strokeStyle = halo;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }

  // Around the node, best first: where fewest lines run, so that no label hides an arrow; else below.
  spotsFor(ctx, { text, x, y, radius, rays }) {
    const size = this.sizeOf(ctx, text);
    const [w, h, gap] = [size.width + 4, size.height, radius + 3];
    const aside = radius * 0.8 + 2;
    const spots = [
      [x - w / 2, y + gap], [x - w / 2, y - gap - h], [x + gap, y - h / 2], [x - gap - w, y - h / 2],
      [x + aside, y + aside], [x - aside - w, y + aside], [x + aside, y - aside - h], [x - aside - w, y - aside - h],
    ];
    const boxes = spots.map(([left, top]) => [left, top, left + w, top + h]);
    const crossings = boxes.map((box) => rays.filter((ray) => crosses(box, x, y, radius, ray)).length);
    return [...boxes.keys()].sort((a, b) => crossings[a] - crossings[b] || a - b).map((side) => boxes[side]);
  }

  write(ctx, { text, faint }, box, colours) {
    const { lines } = this.sizeOf(ctx, text);
    ctx.globalAlpha = faint ? 0.3 : 1;
    lines.forEach((line, place) => {
      this.line(ctx, line, (box[0] + box[2]) / 2, box[1] + LINE_HEIGHT * (place + 0.5), colours.page, colours.text);
    });
    ctx.globalAlpha = 1;
  }

  at(x, y, boxes = this.boxes) {
    for (const [id, box] of boxes) if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) return id;
    return null;
  }
}

const BADGES = { disputed: "≠", denied: "×" };

function drawBadge(ctx, x, y, radius, standing, colours, faint) {
  const colour = colours[standing];
  ctx.globalAlpha = faint ? 0.25 : 1;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = colours.badge;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.font = `bold ${FONT.replace("12px", `${Math.round(radius * 1.6)}px`)}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(BADGES[standing], x, y + 0.5);
  ctx.globalAlpha = 1;
}
