"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = id => document.getElementById(id);
const sheet = document.body.dataset.sheet;

// What is shown.
const choose = () => {
  const page = one("page").value, language = one("language").value, size = one("size").value;
  const found = one("found").checked, changed = one("changed")?.checked;
  for (const cell of all("[data-language]"))
    cell.hidden = language !== "" && cell.dataset.language !== language;
  for (const section of all(".page")) {
    for (const row of all("tr[data-size]", section)) {
      const cells = all("td", row).filter(cell => !cell.hidden);
      row.hidden = size !== "" && row.dataset.size !== size
        || Boolean(changed) && !cells.some(cell => cell.matches(".changed, .new, .gone"));
    }
    const rows = all("tr[data-size]", section);
    section.hidden = page !== "" && section.dataset.page !== page && section.dataset.kind !== page
      || found && section.dataset.findings === "0" || rows.length > 0 && rows.every(row => row.hidden);
  }
  const shown = all(".shot").filter(isShown).length;
  one("shown").textContent = `${shown} of ${all(".shot").length} pictures`;
};
const isShown = shot => !shot.closest("[hidden]");
all(".filters select, .filters input").forEach(input => input.addEventListener("change", choose));

// Who signed what, kept by this browser for this version of the bundle.
const recall = key => { try { return localStorage.getItem(key); } catch { return null; } };
const keep = (key, value) => {
  try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* private window */ }
};
const count = () => {
  const boxes = all(".sign input");
  one("signed").textContent = `${boxes.filter(box => box.checked).length} of ${boxes.length} pages signed off`;
};
for (const box of all(".sign input")) {
  const key = `kiosk-shots ${sheet} ${box.dataset.page}`, when = box.parentElement.querySelector(".when");
  const show = day => { box.checked = day !== null; when.textContent = day ?? ""; };
  show(recall(key));
  box.addEventListener("change", () => {
    const day = box.checked ? new Date().toISOString().slice(0, 10) : null;
    keep(key, day);
    show(day);
    count();
  });
}

// The large view.
const view = one("view"), picture = one("picture"), area = one("area"), flip = one("flip");
let now = null, before = false;
const data = id => { const text = one(id)?.textContent; return text ? `data:image/webp;base64,${text}` : ""; };
const paint = () => {
  const current = data(`large-${now.dataset.id}`), old = data(`before-${now.dataset.id}`);
  const showOld = old !== "" && (before || current === "");
  picture.src = showOld ? old : current;
  picture.alt = now.querySelector("img").alt + (showOld ? ", as it was" : "");
  flip.hidden = old === "" || current === "";
  flip.textContent = showOld ? "Show after" : "Show before";
  flip.setAttribute("aria-pressed", String(showOld));
  one("what").textContent = now.dataset.what + (now.dataset.change ? ` · ${now.dataset.change}` : "")
    + (flip.hidden ? "" : showOld ? " · before" : " · after");
  const box = now.dataset.box ? now.dataset.box.split(" ").map(Number) : null;
  area.hidden = box === null;
  if (box !== null)
    Object.assign(area.style, { left: `${box[0] * 100}%`, top: `${box[1] * 100}%`,
      width: `${(box[2] - box[0]) * 100}%`, height: `${(box[3] - box[1]) * 100}%` });
};
const open = shot => { now = shot; before = false; paint(); if (!view.open) view.showModal(); };
const step = (across, down) => {
  const cell = now.closest("td"), row = cell.parentElement, shots = all(".shot").filter(isShown);
  let next = null;
  if (down === 0)
    next = shots[shots.indexOf(now) + across];
  else {
    const rows = all("tr[data-size]").filter(other => other.querySelector(".shot") && !other.closest("[hidden]"));
    for (let at = rows.indexOf(row) + down; rows[at] && !next; at += down)
      next = all(".shot", rows[at]).find(shot => shot.closest("td").dataset.language === cell.dataset.language && isShown(shot));
  }
  if (next)
    open(next);
};
all(".shot").forEach(shot => shot.addEventListener("click", () => open(shot)));
const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
view.addEventListener("keydown", event => {
  if (moves[event.key]) {
    event.preventDefault();
    step(...moves[event.key]);
  } else if (event.key === "b" && !flip.hidden)
    flip.click();
});
all("[data-move]").forEach(button => button.addEventListener("click", () => step(...moves[button.dataset.move])));
flip.addEventListener("click", () => { before = !before; paint(); });
one("close").addEventListener("click", () => view.close());
view.addEventListener("close", () => {
  if (now) {
    now.focus();
    now.scrollIntoView({ block: "nearest" });
  }
});
choose();
count();
