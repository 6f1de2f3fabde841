// The index of an atlas: leaves the names that hold what one types, in any of a name's forms.
(() => {
  "use strict";
  const input = document.getElementById("search");
  const entries = [...document.querySelectorAll("#names li")];
  const kinds = [...document.querySelectorAll("section.kind")];

  function show() {
    const wanted = fold(input.value.trim());
    let found = 0;
    for (const entry of entries) {
      entry.hidden = !entry.dataset.text.includes(wanted);
      found += !entry.hidden;
    }
    for (const kind of kinds) kind.hidden = !kind.querySelector("li:not([hidden])");
    document.getElementById("communities").hidden = Boolean(wanted);
    document.getElementById("nothing").hidden = found > 0 || !entries.length;
    document.getElementById("status").textContent = wanted ? `${found} of ${entries.length} names` : "";
  }

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    const first = entries.find((entry) => !entry.hidden);
    if (event.key === "Enter" && first && input.value.trim()) first.querySelector("a").click();
    if (event.key === "Escape") {
      input.value = "";
      show();
      input.blur();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target === input || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  show();
  document.documentElement.dataset.ready = "yes";
})();
