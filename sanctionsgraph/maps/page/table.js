// The same claims as a table, sorted by any column.

const MOST_ROWS = 300;

const COLUMNS = [
  { title: "Date", value: (data, claim) => claim.words || "", sort: (data, claim) => claim.first || claim.last || "~" },
  { title: "Who", value: (data, { fact }) => (fact.subject ? nameOf(data, fact.subject) : ""), short: (data, { fact }) => (fact.subject ? shortOf(data, fact.subject) : "") },
  { title: "Did", value: (data, { fact }) => data.relations[fact.relation].label },
  { title: "To whom", value: (data, { fact }) => (fact.object ? nameOf(data, fact.object) : ""), short: (data, { fact }) => (fact.object ? shortOf(data, fact.object) : "") },
  { title: "What", value: (data, { fact }) => (fact.item ? nameOf(data, fact.item) : "") },
  { title: "How many", value: (data, claim) => claim.quantity },
  { title: "Status", value: (data, claim) => claim.status },
  { title: "Sentence", value: (data, claim) => claim.sentence },
  { title: "Said by", value: (data, claim) => claim.by.map((id) => nameOf(data, id)).join("; ") },
  { title: "Publisher", value: (data, { article }) => [article.publisher, article.agency].filter(Boolean).join(" / ") },
  { title: "Published", value: (data, { article }) => article.published || "" },
];

class Table {
  constructor(data, state, holder) {
    Object.assign(this, { data, state, holder, column: COLUMNS[0], down: false, most: MOST_ROWS });
  }

  rows() {
    const key = this.column.sort || this.column.value;
    const keyed = [...this.state.visible.claims].map((claim) => [key(this.data, claim), claim]);
    keyed.sort(([a, one], [b, other]) => (this.down ? -1 : 1) * compare(fold(a), fold(b)) || compare(one.id, other.id));
    return keyed.map(([, claim]) => claim);
  }

  show() {
    this.holder.hidden = this.state.now.view !== "table";
    if (this.holder.hidden) return;
    const rows = this.rows();
    const body = el("tbody", { role: "rowgroup" }, rows.slice(0, this.most).map((claim) => this.row(claim)));
    const more = rows.length > this.most ? button(`Show ${count(rows.length - this.most, "more claim")}`, () => { this.most = Infinity; this.show(); }) : null;
    this.holder.replaceChildren(el("table", { role: "table" }, el("caption", {}, `${count(rows.length, "claim")}, as the filters leave them`), el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, COLUMNS.map((column) => this.head(column)))), body), more || "");
  }

  head(column) {
    const order = column === this.column ? (this.down ? "descending" : "ascending") : null;
    const sort = () => {
      this.down = column === this.column && !this.down;
      this.column = column;
      this.show();
    };
    return el("th", { role: "columnheader", scope: "col", "aria-sort": order }, button(column.title + (order ? (this.down ? " ↓" : " ↑") : ""), sort));
  }

  row(claim) {
    const cells = COLUMNS.map((column) => {
      const text = column.value(this.data, claim);
      if (column.title === "Sentence") return el("td", { role: "cell", class: "sentence", "data-title": column.title }, button(text, () => chooseFact(this.state, claim.fact), { class: "name", title: "Show its evidence" }));
      const shown = column.short ? column.short(this.data, claim) : text;
      return el("td", { role: "cell", "data-title": column.title, title: shown === text ? null : text }, column.title === "Status" ? el("span", { class: `chip ${text}` }, text) : shown || null);
    });
    return el("tr", { role: "row" }, cells);
  }

  // Comma-separated values; a cell that a spreadsheet would take for a formula gets an apostrophe before it.
  csv() {
    const safe = (text) => (/^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);
    const cell = (text) => `"${safe(text).replace(/"/g, '""')}"`;
    const titles = [...COLUMNS.map((column) => column.title), "Title", "Link", "Claim"];
    const rows = this.rows().map((claim) => [...COLUMNS.map((column) => column.value(this.data, claim)), claim.article.title || "", claim.article.url || "", claim.id]);
    return [titles, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  }
}
