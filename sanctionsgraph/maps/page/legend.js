// The legend: what the signs mean, how many there are, and a box to switch each off. Below it a list of all nodes.

const EVERYTHING = { kinds: [], groups: [], statuses: [], from: null, to: null, disputed: false, single: false, hidden: [], only: [] };

class Legend {
  constructor(data, state, holder) {
    Object.assign(this, { data, state, holder, rows: [] });
    const kinds = data.kinds.filter((kind) => [...data.nodes.values()].some((node) => node.kind === kind.name));
    const groups = data.groups.filter((group) => data.facts.some((fact) => fact.group === group.name));
    const statuses = data.statuses.filter((status) => data.claims.some((claim) => claim.status === status));
    this.list = el("ul", { class: "nodes" });
    const all = el("details", { id: "node-list" }, el("summary", {}, "All nodes"), this.list);
    all.addEventListener("toggle", () => this.fillList());
    this.all = all;
    holder.append(
      this.part("Nodes", "kinds", kinds.map((kind) => [kind.name, kind.label, () => nodeIcon(kind)])),
      this.part("Lines", "groups", groups.map((group) => [group.name, group.label, () => lineIcon(isDark() ? group.dark : group.colour)])),
      this.part("Claims", "statuses", statuses.map((status) => [status, status[0].toUpperCase() + status.slice(1), () => lineIcon(status === "denied" ? palette().denied : palette().text, DASHES[status], BADGES[status])])),
      el("p", { class: "row plain" }, lineIconHolder(this), "Disputed: both said and denied"),
      el("fieldset", {}, el("legend", {}, "Only"), this.only("disputed", "What is disputed"), this.only("single", "What has one origin only")),
      el("p", {}, button("Show everything", () => state.change(EVERYTHING), { id: "everything-button" })),
      all);
    this.paint();
  }

  part(title, key, rows) {
    return el("fieldset", {}, el("legend", {}, title), rows.map(([name, label, icon]) => this.row(key, name, label, icon)));
  }

  row(key, name, label, icon) {
    const box = el("input", { type: "checkbox", "data-filter": `${key}:${name}` });
    const number = el("span", { class: "number" });
    const sign = el("span", { class: "sign" });
    box.addEventListener("change", () => {
      const others = this.state.now[key].filter((other) => other !== name);
      this.state.change({ [key]: box.checked ? others : [...others, name].sort() });
    });
    this.rows.push({ key, name, box, number, sign, icon });
    return el("label", { class: "row" }, box, sign, el("span", { class: "words" }, label), number);
  }

  only(key, label) {
    const box = el("input", { type: "checkbox", "data-filter": key });
    box.addEventListener("change", () => this.state.change({ [key]: box.checked }));
    this.rows.push({ key, box });
    return el("label", { class: "row" }, box, el("span", { class: "words" }, label));
  }

  show() {
    const { now, visible } = this.state;
    for (const { key, name, box, number } of this.rows) {
      box.checked = name ? !now[key].includes(name) : now[key];
      if (number) number.textContent = (visible.counts[key][name] || 0).toLocaleString("en");
    }
    byId("everything-button").disabled = Object.entries(EVERYTHING).every(([key, value]) => String(now[key]) === String(value));
    this.all.firstChild.textContent = `All nodes (${visible.nodes.size.toLocaleString("en")})`;
    this.fillList();
  }

  paint() {
    for (const { sign, icon } of this.rows) if (icon) sign.replaceChildren(icon());
    this.disputedSign.replaceChildren(lineIcon(palette().text, DASHES.disputed, BADGES.disputed));
  }

  fillList() {
    if (!this.all.open) return;
    const { visible, now } = this.state;
    const nodes = [...visible.nodes].map((id) => this.data.nodes.get(id)).sort((a, b) => compare(fold(a.name), fold(b.name)) || compare(a.id, b.id));
    this.list.replaceChildren(...nodes.map((node) => el("li", {}, button(`${node.name} (${node.lines.filter((line) => visible.lines.has(line.id)).length})`,
      () => choose(this.state, { type: "node", id: node.id }), { class: "name", "aria-current": now.selected && now.selected.id === node.id ? "true" : null }))));
  }
}

function lineIconHolder(legend) {
  legend.disputedSign = el("span", { class: "sign" });
  return legend.disputedSign;
}
