// The panel beside the map: the claims behind what is selected, or what there is to see.

class Panel {
  constructor(data, state, holder) {
    Object.assign(this, { data, state, holder });
  }

  show() {
    const { selected, path, pathFrom } = this.state.now;
    const parts = path ? this.pathView(path) : selected ? (selected.type === "line" ? this.lineView(selected.id) : this.nodeView(selected.id)) : this.overview();
    if (pathFrom && !path) parts.unshift(el("p", { class: "hint", role: "note" }, `Now choose the other end of the path from ${nameOf(this.data, pathFrom)}: click it, or find it by search. `, button("Cancel", () => this.state.change({ pathFrom: null }))));
    this.holder.replaceChildren(...parts);
    this.holder.scrollTop = 0;
  }

  title(sort, name, ...more) {
    return el("div", { class: "title" },
      el("p", { class: "sort" }, sort, button("Close", () => choose(this.state, null), { class: "small close", title: "Let go (Esc)" })),
      el("h2", {}, name), ...more);
  }

  overview() {
    const { visible } = this.state;
    const articles = new Set([...visible.claims].map((claim) => claim.article));
    const lines = this.linesByWeight();
    const disputed = lines.filter(({ id }) => standingOfLine(id, visible) === "disputed").slice(0, 6);
    const most = lines.filter(({ id }) => standingOfLine(id, visible) !== "disputed").slice(0, 10);
    return [
      el("h2", {}, "What there is to see"),
      el("p", {}, `${count(visible.claims.size, "claim")} from ${count(articles.size, "article")} on ${count(visible.nodes.size, "node")} and ${count(visible.lines.size, "line")}. Select a line or a node to read the sentences behind it.`),
      this.data.homes.size ? el("p", {}, "A node is a community: names that have more to do with one another than with the rest. A line is what members of one are said to have done to members of another; what goes on within one is on its own map.") : null,
      this.data.lens === "weapons" ? el("p", {}, "What was given stands between giver and receiver.") : null,
      this.data.about.length ? el("p", {}, "It is drawn around ", ...this.data.about.map((id) => nameButton(this, id)), ".") : null,
      disputed.length ? el("section", {}, el("h3", {}, "Disputed"), this.lineList(disputed)) : null,
      most.length ? el("section", {}, el("h3", {}, "Most reported"), this.lineList(most)) : !this.data.nodes.size ? el("p", {}, "The map is empty: nothing in the graph passes the options that it was made with.") : el("p", {}, "The filters leave nothing. ", button("Show everything", () => this.state.change(EVERYTHING))),
    ].filter(Boolean);
  }

  linesByWeight() {
    const isSecondHalf = (line) => isFromItem(line) && line.facts.every((fact) => fact.subject);
    const weighed = [...this.state.visible.lines].map(([id, claims]) => ({ line: this.data.lines.get(id), weight: originsOf(claims) * 1000 + claims.length }));
    return weighed.sort((a, b) => b.weight - a.weight || compare(a.line.id, b.line.id)).map(({ line }) => line).filter((line) => !isSecondHalf(line));
  }

  lineList(lines) {
    return el("ul", { class: "lines" }, lines.map((line) => el("li", {}, this.lineButton(line))));
  }

  lineButton(line) {
    const claims = this.state.visible.lines.get(line.id) || [];
    const [who, did, whom] = lineInWords(this.data, line, claims);
    const label = el("span", {}, `${shortOf(this.data, who)} `, el("em", {}, did), ` ${whom}`);
    return button(el("span", { class: "pair" }, label, el("span", { class: "number", title: count(claims.length, "claim") }, claims.length.toLocaleString("en"))), () => choose(this.state, { type: "line", id: line.id }), { class: "line", title: STATUS_WORDS[standingOfLine(line.id, this.state.visible)] });
  }

  lineView(id) {
    const line = this.data.lines.get(id);
    const group = this.data.groups.find((each) => each.name === line.group);
    const claims = this.state.visible.lines.get(id) || [];
    const deeds = deedsOf(this, line.facts);
    return [
      this.title(`Line: ${group.label.toLowerCase()}`, `${nameOf(this.data, line.from)} → ${nameOf(this.data, line.to)}`,
        el("p", { class: "ends" }, nameButton(this, line.from), " ", nameButton(this, line.to)),
        this.warning(claims)),
      deeds.length ? null : el("p", {}, "The filters leave nothing of this line."),
      ...deeds.map((facts) => deedSection(this, facts)),
    ].filter(Boolean);
  }

  warning(claims) {
    const standing = standingOf(claims, this.state.visible);
    const isDispute = claims.some((claim) => claim.status !== "denied" && isDenied(claim.fact, this.state.visible));
    const words = { disputed: isDispute ? "Disputed: some say so, others deny it." : "A part of this is denied.", denied: "There are only denials of this." }[standing];
    return claims.length && words ? el("p", { class: "warning" }, words) : null;
  }

  nodeView(id) {
    const node = this.data.names.get(id);
    const { visible } = this.state;
    const aliases = node.aliases || [];
    const weight = (line) => visible.lines.get(line.id).length;
    const lines = linesAbout(this.data, visible, id).sort((a, b) => weight(b) - weight(a) || compare(a.id, b.id));
    const said = (this.data.said.get(id) || []).filter((claim) => visible.claims.has(claim));
    const loose = deedsOf(this, this.looseOf(id));
    const isItem = node.sort === "item";
    return [
      this.title(node.sort, node.name,
        aliases.length ? el("p", { class: "aliases" }, `Also: ${aliases.slice(0, 12).join(", ")}${aliases.length > 12 ? ", …" : ""}`) : null,
        node.codes ? el("p", { class: "aliases" }, node.codes.join(" · ")) : null,
        node.minted ? el("p", { class: "aliases" }, "Known from articles only.") : null,
        isItem ? this.broaderView(node) : null,
        this.otherMaps(id),
        this.data.nodes.has(id) ? this.actions(id) : null),
      this.membersOf(id),
      ...lines.map((line) => this.lineDetails(line, id, lines.length)),
      loose.length ? el("section", {}, el("h3", {}, "By or to someone not named"), ...loose.map((facts) => deedSection(this, facts, 4))) : null,
      said.length ? el("details", { open: !lines.length && !loose.length }, el("summary", {}, `What it says about others (${count(said.length, "claim")})`), this.saidView(said)) : null,
      lines.length || loose.length || said.length ? null : el("p", {}, "The filters leave no claim about it."),
    ].filter(Boolean);
  }

  // In an atlas: the map of a name or a community, and the community that a name belongs to.
  otherMaps(id) {
    const { atlas, homes, about } = this.data;
    const file = atlas && atlas.maps[id];
    const link = file && /^(maps\/)?[a-z0-9-]+\.html$/.test(file) && about[0] !== id ? el("a", { class: "button", href: file }, "Open its own map") : null;
    const home = homes.get(id);
    return link || home ? el("p", { class: "actions" }, link, home ? button(`Community: ${nameOf(this.data, home)}`, () => choose(this.state, { type: "node", id: home })) : null) : null;
  }

  membersOf(id) {
    const members = (this.data.members || {})[id];
    if (!members) return null;
    return el("details", { class: "of-node members", open: members.length <= 30 }, el("summary", {}, `${count(members.length, "name")} in it`),
      el("ul", {}, members.map((member) => el("li", {}, nameButton(this, member)))));
  }

  looseOf(id) {
    const items = this.data.narrower.get(id);
    const node = this.data.nodes.get(id);
    const own = node ? node.loose : [];
    return items ? [...new Set([...own, ...this.data.facts.filter((fact) => items.has(fact.item) && !fact.lines.length)])] : own;
  }

  broaderView(node) {
    return node.broader && this.data.names.has(`item:${node.broader}`) ? el("p", { class: "aliases" }, "A kind of ", nameButton(this, `item:${node.broader}`)) : null;
  }

  actions(id) {
    const { only, hidden, moved } = this.state.now;
    const others = [...nearOf(this.data, id)].filter((each) => each !== id);
    const gone = others.filter((each) => hidden.includes(each));
    const change = (step) => () => this.state.change(step);
    const { [id]: place, ...rest } = moved;
    return el("p", { class: "actions" },
      !only.length ? button("Only its neighbours", change({ only: [id] })) : null,
      only.length && !only.includes(id) ? button("Add its neighbours", change({ only: [...only, id] })) : null,
      only.length > 1 && only.includes(id) ? button("Take its neighbours away", change({ only: only.filter((each) => each !== id) })) : null,
      only.length ? button("Show all again", change({ only: [] })) : null,
      others.length > gone.length && !only.length ? button("Hide its neighbours", change({ hidden: unique([...hidden, ...others]).sort() })) : null,
      gone.length ? button(`Show ${count(gone.length, "hidden neighbour")}`, change({ hidden: hidden.filter((each) => !gone.includes(each)) })) : null,
      button("Path to …", change({ pathFrom: id, path: null })),
      button("Hide", change({ hidden: [...hidden, id], selected: null })),
      place ? button("Put back in its place", change({ moved: rest })) : null);
  }

  // One line, folded, as seen from the node `id`: from none, or from neither end, both are named.
  lineDetails(line, id, number) {
    const isEnd = line.from === id || line.to === id;
    const items = isEnd ? null : this.data.narrower.get(id);
    const facts = items ? line.facts.filter((fact) => items.has(fact.item)) : line.facts;
    const claims = facts.flatMap((fact) => this.state.visible.ofFact.get(fact) || []);
    if (!claims.length) return null;
    const [who, did, whom] = lineInWords(this.data, line, claims, id);
    const words = [who === id ? "" : `${shortOf(this.data, who)} `, el("em", {}, did), ` ${whom} `];
    const standing = standingOf(claims, this.state.visible);
    const details = el("details", { class: "of-node" }, el("summary", {}, ...words, el("span", { class: "number" }, `${count(claims.length, "claim")} `), standing === "affirmed" ? null : el("span", { class: `chip ${standing}` }, standing)));
    const fill = () => { if (details.childElementCount === 1) details.append(...deedsOf(this, facts).map((some) => deedSection(this, some))); };
    details.addEventListener("toggle", fill);
    if (number <= 2) { details.open = true; fill(); }
    return details;
  }

  saidView(claims) {
    const box = el("div", {});
    const deeds = new Map();
    for (const claim of claims) {
      const deed = deedOf(this.data, claim.fact);
      if (!deeds.has(deed)) deeds.set(deed, []);
      deeds.get(deed).push(claim);
    }
    for (const [deed, some] of deeds) box.append(el("section", { class: "deed" }, el("h3", {}, deed), cards(this, some.sort(byStatus), (claim) => itemOf(this.data, claim.fact))));
    return box;
  }

  pathView([from, to]) {
    const path = findPath(this.data, this.state.visible, from, to);
    const title = this.title("Path", `${nameOf(this.data, from)} to ${nameOf(this.data, to)}`);
    if (!path) return [title, el("p", {}, "The lines that the filters leave do not join them.")];
    return [title, el("p", {}, `The shortest way has ${count(path.lines.length, "line")}.`), ...path.lines.map((line) => this.lineDetails(line, null, 2))];
  }
}
