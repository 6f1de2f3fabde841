// Keys. Letters do nothing while one types, or with Ctrl, Alt or the command key held.

function listenToKeys({ state, canvas, data }, tools) {
  const arrows = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  const step = (by) => {
    const ids = [...state.visible.nodes].sort((a, b) => compare(fold(data.nodes.get(a).name), fold(data.nodes.get(b).name)) || compare(a, b));
    if (!ids.length) return;
    const place = state.now.selected ? ids.indexOf(state.now.selected.id) : -1;
    choose(state, { type: "node", id: ids[place < 0 ? (by > 0 ? 0 : ids.length - 1) : (place + by + ids.length) % ids.length] });
  };
  const keys = {
    "/": () => byId("search").focus(), "?": tools.help, f: () => canvas.fit(), t: tools.table, d: tools.dark, u: () => state.undo(),
    n: () => step(1), p: () => step(-1), "+": () => canvas.zoom(1.25), "=": () => canvas.zoom(1.25), "-": () => canvas.zoom(0.8),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (event.key === "Escape") return tools.release();
    if (event.target.closest("input:not([type=checkbox]):not([type=range]), textarea")) return;
    const arrow = arrows[event.key];
    const isSlider = event.target.matches("input[type=range]");
    const action = !arrow ? keys[event.key] : event.shiftKey && !isSlider ? () => canvas.nudge(arrow[0] / 3, arrow[1] / 3) : event.target === byId("canvas") && (() => canvas.move(...arrow));
    if (!action) return;
    event.preventDefault();
    action();
  });
}
