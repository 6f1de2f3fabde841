// Start: read what the page holds, build its parts, let each follow the state.

// Select something (null: nothing). While the other end of a path is asked for, a node is that end.
function choose(state, found) {
  const { pathFrom } = state.now;
  if (pathFrom && found && found.type === "node" && found.id !== pathFrom && state.data.nodes.has(found.id)) {
    state.change({ path: [pathFrom, found.id], pathFrom: null, selected: null });
  } else if (JSON.stringify(found) !== JSON.stringify(state.now.selected) || state.now.path) {
    state.change({ selected: found, path: null });
  }
}

// Select the line that bears a fact, or the node that it is listed with.
function chooseFact(state, fact) {
  const line = fact.lines.find((each) => state.visible.lines.has(each.id)) || fact.lines[0];
  choose(state, line ? { type: "line", id: line.id } : { type: "node", id: fact.object || fact.subject || fact.item });
}

function tellLeftOut({ nodes, claims, names }, data) {
  if (!nodes) return;
  const all = (data.nodes.size + nodes).toLocaleString("en");
  const more = nodes > names.length ? `, and ${count(nodes - names.length, "more node")}` : "";
  byId("notice").append(
    el("p", {}, `${count(data.nodes.size, "node")} of ${all} are drawn, those with the most lines, so that the map can be read. ${count(claims, "claim")} about the others ${claims === 1 ? "is" : "are"} left out.`),
    el("details", {}, el("summary", {}, "What is left out, and how to see it"),
      el("p", {}, `${names.map(([name, lines]) => `${name} (${count(lines, "line")})`).join(", ")}${more}.`),
      el("p", {}, "To see more, make the map with a larger --max-nodes, of a part with --about, or one map for each name with --atlas.")));
  byId("notice").hidden = false;
}

async function start() {
  if (!("DecompressionStream" in window)) {
    byId("panel").append("This browser is too old for the map: it takes one of 2023 or newer.");
    return;
  }
  const [payload] = await Promise.all([readPayload(), runLibrary()]);
  await breathe();
  const data = connect(payload);
  tellLeftOut(data.leftOut, data);
  if (data.atlas) {
    byId("home").href = data.atlas.home;
    byId("home").hidden = false;
  }
  await breathe();
  const state = new State(data, fromHash(data, location.hash));
  const parts = [new Panel(data, state, byId("panel")), new Legend(data, state, byId("filters")), new Timeline(data, state, byId("timeline")), new Table(data, state, byId("table"))];
  const [, legend, , table] = parts;
  new Search(data, state, byId("search"), byId("results"));
  await breathe();
  const canvas = new Canvas(data, state, byId("canvas"));
  await breathe();
  const tools = listenToTools({ data, state, canvas, legend, table });

  const follow = (now, before) => {
    canvas.show();
    for (const part of parts) part.show();
    byId("canvas").hidden = now.view !== "map";
    byId("table-button").setAttribute("aria-pressed", String(now.view === "table"));
    byId("undo-button").disabled = !state.past.length;
    document.body.classList.toggle("is-table", now.view === "table");
    document.body.classList.toggle("has-selection", Boolean(now.selected || now.path || now.pathFrom));
    if (before && now.selected && now.selected !== before.selected) reveal(now.selected);
    if (before && canvas.isNarrow() && (now.selected !== before.selected || now.path !== before.path)) canvas.fit();
    if (before) writeHash(now);
  };
  const reveal = (selected) => {
    canvas.reveal(selected.type === "line" ? data.lines.get(selected.id).from : selected.id);
    announce(byId("panel").querySelector("h2").textContent);
  };
  state.onChange(follow);
  canvas.fit();
  follow(state.now, null);
  listenToKeys({ state, canvas, data }, tools);
  addEventListener("hashchange", () => state.set(fromHash(data, location.hash)));
  // For tests and for those who build on the page: where things are, and what is chosen.
  window.sanctionsGraphMap = {
    positionOf: (id) => canvas.positionOf(id),
    labelBoxes: () => [...canvas.labels.boxes.values(), ...canvas.labels.noteBoxes.values()],
    notes: () => (canvas.lit ? canvas.notes(canvas.lit) : []).filter(({ id }) => canvas.labels.noteBoxes.has(id)).map(({ text }) => text),
    places: () => Object.fromEntries([...data.nodes.keys()].map((id) => [id, [canvas.body.nodes[id].x, canvas.body.nodes[id].y]])),
    visible: () => ({ nodes: [...state.visible.nodes], lines: [...state.visible.lines.keys()], claims: state.visible.claims.size }),
    lit: () => canvas.lit && { nodes: [...canvas.lit.nodes], lines: [...canvas.lit.lines] },
    lines: () => [...data.lines.values()].map(({ id, from, to, group }) => ({ id, from, to, group, ...canvas.looks.get(id) })),
    view: () => ({ scale: canvas.network.getScale(), ...canvas.network.getViewPosition() }),
    state: () => structuredClone(state.now),
    go: (hash) => state.set(fromHash(data, hash)),
    hash: () => `#${toHash(state.now)}`,
  };
  document.documentElement.dataset.ready = "yes";
}

function listenToTools({ data, state, canvas, legend, table }) {
  const help = byId("help");
  const repaint = () => {
    canvas.recolour();
    legend.paint();
    byId("dark-button").textContent = isDark() ? "Light" : "Dark";
  };
  byId("dark-button").textContent = isDark() ? "Light" : "Dark";
  const tools = {
    help: () => help.showModal(),
    table: () => state.change({ view: state.now.view === "table" ? "map" : "table" }),
    dark: () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      repaint();
    },
    release: () => {
      byId("save").open = false;
      if (document.body.classList.contains("show-filters")) byId("filters-button").click();
      if (state.now.selected || state.now.path || state.now.pathFrom) state.change({ selected: null, path: null, pathFrom: null });
    },
  };
  const clicks = {
    "table-button": tools.table, "dark-button": tools.dark, "help-button": tools.help,
    "fit-button": () => canvas.fit(),
    "undo-button": () => state.undo(),
    "link-button": () => {
      writeHash(state.now, 0);
      copyText(location.href, "Link copied.");
    },
    "png-button": () => savePicture(canvas),
    "svg-button": () => saveDrawing(data, state, canvas),
    "csv-button": () => saveClaims(table),
    "print-button": () => print(),
  };
  for (const [id, action] of Object.entries(clicks)) {
    byId(id).addEventListener("click", () => {
      if (byId(id).closest("#save")) byId("save").open = false;
      action();
    });
  }
  byId("filters-button").addEventListener("click", () => {
    const isOpen = document.body.classList.toggle("show-filters");
    byId("filters-button").setAttribute("aria-expanded", String(isOpen));
  });
  // The part after the # is the view: this link must not change it.
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("panel").focus();
  });
  // A canvas is emptied when the page is laid out for paper: a copy is printed instead.
  addEventListener("beforeprint", () => paintOn(byId("print-canvas"), canvas));
  NIGHT.addEventListener("change", repaint);
  return tools;
}

start();
