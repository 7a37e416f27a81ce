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
  const label = (row) => row.cells[0].textContent.trim();
  // Labels that are all numbers, or numbers behind one word ("month 10"), are sorted as numbers;
  // "(not known)" comes behind them.
  const numbered = /^(?:(\p{L}+) )?(-?[0-9][0-9,]*)$/u;
  const known = asItWas.map(label).filter((text) => !text.startsWith("("));
  const words = new Set(known.map((text) => numbered.exec(text)?.[1] ?? ""));
  const areNumbers = words.size === 1 && known.every((text) => numbered.test(text));
  const value = (row, column) => {
    let text = row.cells[column].textContent.trim();
    if (column === 0 && !areNumbers) return text.toLowerCase();
    if (column === 0) text = numbered.exec(text)?.[2] ?? "Infinity";
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
