// The time range: how many claims are dated when, and two thumbs. Years, or months where there are few years.

const MOST_MONTHS = 40;
const STEP_MS = 700;
const BUT_TIME = FILTERS.filter((key) => !["from", "to", "undated"].includes(key));

class Timeline {
  constructor(data, state, holder) {
    Object.assign(this, { data, state, holder, playing: null });
    const dated = data.claims.filter(isDated);
    holder.hidden = !dated.length;
    if (holder.hidden) return;
    this.bins = binsOf(dated);
    this.binOf = new Map(dated.map((claim) => [claim, nearest(this.bins, claim.first || claim.last)]));
    const last = this.bins.length - 1;
    this.from = el("input", { type: "range", min: 0, max: last, value: 0, "aria-label": "From" });
    this.to = el("input", { type: "range", min: 0, max: last, value: last, "aria-label": "To" });
    this.bars = this.bins.map(() => el("i"));
    this.text = el("output", { class: "range" });
    this.undated = el("input", { type: "checkbox", "data-filter": "undated" });
    this.play = button("Play", () => this.toggle(), { id: "play-button", title: "Let time run" });
    const none = data.claims.length - dated.length;
    this.undatedRow = el("label", { class: "row" }, this.undated, `with ${count(none, "undated claim")}`);
    holder.append(this.play, el("div", { class: "bars" }, el("div", { class: "histogram", "aria-hidden": "true" }, this.bars), this.from, this.to), this.text, none ? this.undatedRow : "");
    for (const thumb of [this.from, this.to]) thumb.addEventListener("input", () => this.slide(thumb));
    this.undated.addEventListener("change", () => state.change({ undated: this.undated.checked }));
  }

  slide(moved) {
    const [from, to] = [Number(this.from.value), Number(this.to.value)];
    if (from > to) moved.value = moved === this.from ? to : from;
    this.choose(Number(this.from.value), Number(this.to.value));
  }

  choose(from, to) {
    const last = this.bins.length - 1;
    this.state.change({ from: from > 0 ? this.bins[from] : null, to: to < last ? this.bins[to] : null });
  }

  // From the first thumb on, or on from where it was stopped. Whatever else the reader does stops it.
  toggle() {
    if (this.playing) return this.stop();
    const last = this.bins.length - 1;
    const first = this.at && this.at === this.state.now.to ? nearest(this.bins, this.at) + 1 : Number(this.from.value);
    let step = first;
    const go = () => {
      this.at = step < last ? this.bins[step] : null;
      this.isStepping = true;
      this.state.change({ to: this.at }, { remember: step === first });
      this.isStepping = false;
      if (step === last) this.stop();
      step += 1;
    };
    this.playing = setInterval(go, STEP_MS);
    this.play.textContent = "Stop";
    go();
  }

  stop() {
    clearInterval(this.playing);
    this.playing = null;
    this.play.textContent = "Play";
  }

  show() {
    if (this.holder.hidden) return;
    const { now } = this.state;
    if (this.playing && !this.isStepping) this.stop();
    const place = (bin, otherwise) => (bin ? nearest(this.bins, bin) : otherwise);
    const [from, to] = [place(now.from, 0), place(now.to, this.bins.length - 1)];
    [this.from.value, this.to.value] = [from, to];
    this.from.setAttribute("aria-valuetext", binInWords(this.bins[from]));
    this.to.setAttribute("aria-valuetext", binInWords(this.bins[to]));
    this.text.textContent = from === to ? binInWords(this.bins[from]) : `${binInWords(this.bins[from])} to ${binInWords(this.bins[to])}`;
    this.undated.checked = now.undated;
    this.undatedRow.hidden = !now.from && !now.to;
    this.drawBars(from, to);
  }

  drawBars(from, to) {
    const numbers = this.numbers();
    const most = Math.max(1, ...numbers);
    this.bars.forEach((bar, place) => {
      bar.style.height = `${Math.round((100 * numbers[place]) / most)}%`;
      bar.className = place >= from && place <= to ? "in" : "";
      bar.title = `${binInWords(this.bins[place])}: ${count(numbers[place], "claim")}`;
    });
  }

  // How many claims of each bin the filters but the time leave.
  numbers() {
    const { now, visible } = this.state;
    const others = JSON.stringify(BUT_TIME.map((key) => now[key]));
    if (this.others !== others) {
      const numbers = this.bins.map(() => 0);
      const { claims } = now.from || now.to ? see(this.data, { ...now, from: null, to: null }) : visible;
      for (const claim of claims) if (this.binOf.has(claim)) numbers[this.binOf.get(claim)] += 1;
      Object.assign(this, { others, counted: numbers });
    }
    return this.counted;
  }
}

// The last bin that starts no later than `day`; the first for anything earlier.
function nearest(bins, day) {
  let found = 0;
  bins.forEach((bin, place) => { if (bin <= day) found = place; });
  return found;
}

function binsOf(claims) {
  const days = claims.map((claim) => claim.first || claim.last).concat(claims.map((claim) => claim.last || claim.first)).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  const [year, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  if ((until - year + 1) * 12 > MOST_MONTHS) return Array.from({ length: until - year + 1 }, (_, place) => String(year + place).padStart(4, "0"));
  const months = [];
  for (let y = year, m = Number(first.slice(5, 7)); `${y}-${String(m).padStart(2, "0")}` <= last.slice(0, 7); m === 12 ? (y++, m = 1) : m++) months.push(`${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}`);
  return months;
}

const binInWords = (bin) => dayInWords(bin);
