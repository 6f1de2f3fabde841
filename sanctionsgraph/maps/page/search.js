// Search: names, other names and codes first, then sentences. Arrow keys and Enter, or the mouse.

class Search {
  constructor(data, state, input, list) {
    Object.assign(this, { data, state, input, list, found: [], active: -1 });
    this.names = [...data.names].map(([id, name]) => ({ id, ...name, text: [name.name, ...(name.aliases || []), ...(name.codes || [])].map(fold), drawn: data.nodes.has(id) }));
    input.addEventListener("input", () => this.find());
    input.addEventListener("focus", () => this.find());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  find() {
    const wanted = fold(this.input.value.trim());
    this.found = wanted ? [...this.byName(wanted), ...this.bySentence(wanted)] : [];
    this.active = this.found.length ? 0 : -1;
    this.show(wanted);
  }

  byName(wanted) {
    const rank = ({ text }) => Math.min(...text.map((name, place) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 9) + (place ? 0.5 : 0)));
    return this.names.map((name) => ({ name, rank: rank(name) })).filter((each) => each.rank < 9)
      .sort((a, b) => a.rank - b.rank || b.name.drawn - a.name.drawn || compare(a.name.name, b.name.name)).slice(0, 8)
      .map(({ name }) => ({ label: name.name, note: name.sort, go: () => choose(this.state, { type: "node", id: name.id }) }));
  }

  bySentence(wanted) {
    if (wanted.length < 3) return [];
    this.sentences = this.sentences || this.data.claims.map((claim) => fold(claim.sentence));
    const seen = new Set(), found = [];
    for (let place = 0; place < this.sentences.length && found.length < 6; place++) {
      const claim = this.data.claims[place];
      if (!this.sentences[place].includes(wanted) || seen.has(claim.sentence)) continue;
      seen.add(claim.sentence);
      found.push({ label: claim.sentence, note: deedOf(this.data, claim.fact), go: () => chooseFact(this.state, claim.fact) });
    }
    return found;
  }

  show(wanted) {
    const isOpen = Boolean(wanted);
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.list.replaceChildren(...this.found.map((each, place) => el("li", { role: "option", id: `result-${place}`, "aria-selected": String(place === this.active), onclick: () => this.take(each) }, el("span", {}, each.label), el("small", {}, each.note))));
    if (isOpen && !this.found.length) this.list.append(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing found."));
    this.point();
  }

  point() {
    [...this.list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === this.active)));
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", `result-${this.active}`);
      this.list.children[this.active].scrollIntoView({ block: "nearest" });
    }
  }

  key(event) {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (this.found.length) this.active = (this.active + (key === "ArrowDown" ? 1 : -1) + this.found.length) % this.found.length;
      this.point();
      event.preventDefault();
    } else if (key === "Enter" && this.found[this.active]) this.take(this.found[this.active]);
    else if (key === "Escape") {
      this.input.value = "";
      this.close();
      this.input.blur();
      event.stopPropagation();
    }
  }

  take(found) {
    this.close();
    this.input.blur();
    found.go();
    byId("panel").focus({ preventScroll: true });
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
