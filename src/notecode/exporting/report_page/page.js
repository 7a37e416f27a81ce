"use strict";
// A click on a heading sorts its table by that column: descending, ascending, as it was.
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  // The row of all, and the bases beneath it, stay where they are.
  const rows = [...body.rows];
  const all = rows.findIndex((row) => row.classList.contains("all"));
  const asItWas = all < 0 ? rows : rows.slice(0, all);
  const last = all < 0 ? [] : rows.slice(all);
  const headings = [...table.tHead.rows[0].cells];
  const value = (row, column) => {
    const text = row.cells[column].textContent.trim();
    if (column === 0 && !/^[0-9,]+$/.test(text)) return text.toLowerCase();
    const number = Number.parseFloat(text.replace(/,/g, ""));
    if (text === ".") return 0;
    return Number.isNaN(number) ? -Infinity : number;
  };
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const before = heading.getAttribute("aria-sort");
      const first = column === 0 ? "ascending" : "descending";
      const second = column === 0 ? "descending" : "ascending";
      const now = before === first ? second : before === second ? "" : first;
      for (const other of headings) other.removeAttribute("aria-sort");
      const sorted = [...asItWas];
      if (now) {
        heading.setAttribute("aria-sort", now);
        const sign = now === "ascending" ? 1 : -1;
        sorted.sort((a, b) => {
          const x = value(a, column);
          const y = value(b, column);
          return x < y ? -sign : x > y ? sign : 0;
        });
      }
      body.append(...sorted, ...last);
    });
  });
}
