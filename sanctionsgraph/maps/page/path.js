// The shortest way between two nodes over visible lines, whichever way they point; among equals the first by id.
function findPath(data, visible, from, to) {
  const came = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !came.has(to)) {
    const next = [];
    for (const id of edge) {
      const lines = (data.nodes.has(id) ? data.nodes.get(id).lines : []).filter((line) => visible.lines.has(line.id));
      for (const line of lines) {
        const other = line.from === id ? line.to : line.from;
        if (came.has(other)) continue;
        came.set(other, { line, id });
        next.push(other);
      }
    }
    edge = next;
  }
  if (!came.has(to)) return null;
  const path = { nodes: [to], lines: [] };
  for (let step = came.get(to); step; step = came.get(step.id)) {
    path.lines.unshift(step.line);
    path.nodes.unshift(step.id);
  }
  return path;
}
