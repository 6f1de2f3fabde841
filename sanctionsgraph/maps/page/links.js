// The address of a view: what is selected and filtered, after the #. Ids that the map does not know are passed over.

const LISTS = ["kinds", "groups", "statuses", "hidden"];
const PLACE = /^(.+) (-?\d{1,6}) (-?\d{1,6})$/; // a node that was moved, and where to
const SWITCHES = ["undated", "disputed", "single"];

function toHash(state) {
  const parts = new URLSearchParams();
  if (state.selected) parts.set(state.selected.type, state.selected.id);
  if (state.path) parts.set("path", state.path.join(" "));
  for (const key of LISTS) for (const value of state[key]) parts.append(`no-${key}`, value);
  for (const key of SWITCHES) if (state[key]) parts.set(key, "1");
  for (const key of ["from", "to"]) if (state[key]) parts.set(key, state[key]);
  for (const id of state.only) parts.append("only", id);
  for (const [id, place] of Object.entries(state.moved)) parts.append("at", [id, ...place].join(" "));
  if (state.view !== "map") parts.set("view", state.view);
  return parts.toString();
}

function fromHash(data, hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const next = { ...START };
  const known = { kinds: new Set(data.kinds.map((kind) => kind.name)), groups: new Set(data.groups.map((group) => group.name)), statuses: new Set(data.statuses), hidden: data.nodes };
  if (data.lines.has(parts.get("line"))) next.selected = { type: "line", id: parts.get("line") };
  if (data.names.has(parts.get("node"))) next.selected = { type: "node", id: parts.get("node") };
  const path = (parts.get("path") || "").split(" ");
  if (path.length === 2 && path.every((id) => data.nodes.has(id))) next.path = path;
  for (const key of LISTS) next[key] = [...new Set(parts.getAll(`no-${key}`))].filter((value) => known[key].has(value)).sort();
  for (const key of SWITCHES) next[key] = parts.get(key) === "1";
  for (const key of ["from", "to"]) if (/^\d{4}(-\d\d)?$/.test(parts.get(key) || "")) next[key] = parts.get(key);
  next.only = [...new Set(parts.getAll("only"))].filter((id) => data.nodes.has(id));
  const places = parts.getAll("at").map((text) => PLACE.exec(text)).filter((found) => found && data.nodes.has(found[1]));
  next.moved = Object.fromEntries(places.map(([, id, x, y]) => [id, [Number(x), Number(y)]]));
  if (parts.get("view") === "table") next.view = "table";
  return next;
}

// A browser takes so many changes of the address a second; a thumb that is dragged makes more.
const ADDRESS_MS = 100;
const address = { timer: null, written: -ADDRESS_MS };

function writeHash(state, wait = address.written + ADDRESS_MS - performance.now()) {
  clearTimeout(address.timer);
  if (wait > 0) {
    address.timer = setTimeout(() => writeHash(state, 0), wait);
    return;
  }
  address.written = performance.now();
  const hash = toHash(state);
  // Inside a notebook's frame the address cannot change; the view then has none.
  try {
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    return;
  }
}
