// Behaviour that plain HTML lacks: placed menus, dialogs, selection, tooltips, toasts, keys. Every event is
// delegated from the document, so that swapped parts need no start-up. Nothing here is needed to do the work.
const root = document.documentElement;
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const on = (event, act, capture) => document.addEventListener(event, act, capture);
const cookie = (name, value) => {
  const secure = location.protocol === "https:" ? ";Secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)};Path=/;Max-Age=31536000;SameSite=Lax${secure}`;
};

// --- menus: native popovers, placed beside their button, moved through with the arrow keys
const opener = (menu) => $(`[popovertarget="${menu.id}"]`);
const items = (menu) => $$('[role^="menuitem"]:not([aria-disabled="true"])', menu);
function place(menu) {
  const button = opener(menu);
  if (!button || matchMedia("(max-width: 40rem)").matches) return menu.removeAttribute("style");
  const b = button.getBoundingClientRect();
  const width = menu.offsetWidth;
  const height = menu.offsetHeight;
  const end = menu.dataset.align !== "start";
  const x = Math.max(8, Math.min(end ? b.right - width : b.left, innerWidth - width - 8));
  const below = b.bottom + 4;
  const y = below + height > innerHeight - 8 && b.top - height - 4 > 8 ? b.top - height - 4 : Math.min(below, Math.max(8, innerHeight - height - 8));
  menu.style.left = `${x}px`;
  menu.style.top = `${y}px`;
}
on("toggle", (e) => {
  const menu = e.target;
  if (!menu.matches?.(".menu")) return;
  opener(menu)?.setAttribute("aria-expanded", String(e.newState === "open"));
  if (e.newState !== "open") return;
  place(menu);
  items(menu)[0]?.focus({ preventScroll: true });
}, true);
function menuKey(e, menu) {
  const list = items(menu);
  const at = list.indexOf(document.activeElement);
  let to = -1;
  if (e.key === "ArrowDown") to = (at + 1) % list.length;
  else if (e.key === "ArrowUp") to = (at - 1 + list.length) % list.length;
  else if (e.key === "Home") to = 0;
  else if (e.key === "End") to = list.length - 1;
  else if (e.key === "Tab") return void (menu.hidePopover(), opener(menu)?.focus());
  else if (e.key.length === 1 && e.key !== " " && !e.ctrlKey && !e.metaKey) {
    const letter = e.key.toLocaleLowerCase();
    const order = [...list.slice(at + 1), ...list.slice(0, at + 1)];
    to = list.indexOf(order.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter)));
  }
  if (to < 0) return;
  e.preventDefault();
  list[to].focus();
}

// --- tooltips: on hover and on focus, Escape hides
let tip;
function showTip(target, text) {
  hideTip();
  target.removeAttribute("title"); // it serves where scripts do not run
  tip = document.createElement("div");
  tip.className = "tip";
  tip.popover = "manual";
  tip.textContent = text;
  (target.closest("dialog[open]") ?? document.body).append(tip);
  tip.showPopover();
  const b = target.getBoundingClientRect();
  const x = Math.max(8, Math.min(b.left + b.width / 2 - tip.offsetWidth / 2, innerWidth - tip.offsetWidth - 8));
  const above = b.top - tip.offsetHeight - 6;
  tip.style.left = `${x}px`;
  tip.style.top = `${above > 4 ? above : b.bottom + 6}px`;
}
function hideTip() {
  tip?.remove();
  tip = undefined;
}
const tipOf = (e) => e.target.closest?.("[data-tip]");
const wantsTip = (el) => el && (!el.matches("[data-tip-rail]") || matchMedia("(min-width: 48rem) and (max-width: 79.99rem)").matches);
on("pointerover", (e) => wantsTip(tipOf(e)) && showTip(tipOf(e), tipOf(e).dataset.tip));
on("pointerout", (e) => tipOf(e) && !tipOf(e).contains(e.relatedTarget) && hideTip());
on("focusin", (e) => wantsTip(tipOf(e)) && e.target.matches(":focus-visible") && showTip(tipOf(e), tipOf(e).dataset.tip));
on("focusout", hideTip);
addEventListener("scroll", hideTip, { passive: true, capture: true });

// --- selection of rows and the bar that acts on them
const plural = (n) => new Intl.PluralRules(root.lang || "en").select(n);
const fill = (el, n) => (el.dataset[plural(n)] ?? el.dataset.other ?? "{n}").replace("{n}", n.toLocaleString(root.lang));
let lastCheck;
function refreshBulk() {
  const bar = $(".bulkbar");
  if (!bar) return;
  const rows = $$(".row-check");
  const chosen = rows.filter((row) => row.checked);
  const head = $(".head-check");
  if (head) {
    head.checked = rows.length > 0 && chosen.length === rows.length;
    head.indeterminate = chosen.length > 0 && chosen.length < rows.length;
  }
  bar.toggleAttribute("data-on", chosen.length > 0);
  const count = $("[data-count]", bar);
  if (count) count.textContent = chosen.length ? fill(count, chosen.length) : "";
  for (const el of $$("[data-resend]", bar)) {
    const fit = chosen.filter((row) => row.dataset.status === el.dataset.resend).length;
    el.hidden = fit === 0;
    const label = $("span", el);
    if (label) label.textContent = fill(label, fit);
  }
}
on("change", (e) => {
  const box = e.target;
  if (box.matches(".head-check")) for (const row of $$(".row-check")) row.checked = box.checked;
  if (box.matches(".head-check, .row-check")) refreshBulk();
  if (box.type === "radio") reveal();
  if (box.matches("[data-submit]")) box.form.requestSubmit();
});
on("click", (e) => {
  const row = e.target.closest?.(".row-check");
  if (!row) return;
  const rows = $$(".row-check");
  if (e.shiftKey && lastCheck?.isConnected) {
    const [a, b] = [rows.indexOf(lastCheck), rows.indexOf(row)].sort((x, y) => x - y);
    for (const between of rows.slice(a, b + 1)) between.checked = row.checked;
    refreshBulk();
  }
  lastCheck = row;
});

// --- dragging one part of a tree onto another: data-drag says what, data-drop where to, data-form which form asks
let dragged;
const dropOf = (e) => dragged && e.target.closest?.("[data-drop]");
const unmark = () => $$("[data-over]").forEach((el) => el.removeAttribute("data-over"));
function armTree() {
  for (const el of $$("[data-drag]")) el.draggable = true;
  for (const el of $$("[data-drag-hint]")) el.hidden = false;
}
on("dragstart", (e) => {
  dragged = e.target.closest?.("[data-drag]");
  if (!dragged) return;
  e.dataTransfer.effectAllowed = "move";
  e.dataTransfer.setData("text/plain", dragged.dataset.drag);
  dragged.setAttribute("data-dragged", "");
});
on("dragover", (e) => {
  const place = dropOf(e);
  unmark();
  // Nothing goes below itself.
  if (!place || dragged.closest("li").contains(place)) return;
  e.preventDefault();
  place.setAttribute("data-over", "");
});
on("drop", (e) => {
  const place = dropOf(e);
  if (!place) return;
  e.preventDefault();
  const form = document.getElementById(dragged.dataset.form);
  form.elements.position.value = dragged.dataset.drag;
  form.elements.to.value = place.dataset.drop;
  form.requestSubmit();
});
on("dragend", () => {
  dragged?.removeAttribute("data-dragged");
  dragged = undefined;
  unmark();
});

// --- blocks that belong to a choice: data-when="name=value|value"
function reveal() {
  for (const block of $$("[data-when]")) {
    const [name, values] = block.dataset.when.split("=");
    const chosen = $(`[name="${name}"]:checked`)?.value;
    const shown = values.split("|").includes(chosen);
    block.hidden = !shown;
    for (const field of $$("input, select, textarea", block)) field.disabled = !shown;
  }
}

// --- toasts: 8 s, with an action 20 s; hovering and focus stop the time
function armToast(toast) {
  if (toast.dataset.armed) return;
  toast.dataset.armed = "1";
  let left = $("form, a, button:not([data-dismiss])", toast) ? 20000 : 8000;
  let since, timer;
  const go = () => {
    since = Date.now();
    timer = setTimeout(() => toast.remove(), left);
  };
  const stop = () => {
    clearTimeout(timer);
    left -= Date.now() - since;
  };
  toast.addEventListener("pointerenter", stop);
  toast.addEventListener("pointerleave", go);
  toast.addEventListener("focusin", stop);
  toast.addEventListener("focusout", go);
  go();
}

// --- clicks
on("click", (e) => {
  const hit = (selector) => e.target.closest?.(selector);
  let el;
  if ((el = hit("[data-open]"))) {
    const dialog = document.getElementById(el.dataset.open);
    if (dialog?.showModal) {
      e.preventDefault();
      dialog.showModal();
      $("[autofocus], [data-safe]", dialog)?.focus();
    }
  } else if ((el = hit("[data-close]")) || (e.target.matches?.("dialog") && (el = e.target))) {
    el.closest("dialog")?.close();
  } else if ((el = hit("[data-theme-set]"))) {
    e.preventDefault();
    const theme = el.dataset.themeSet;
    cookie("theme", theme);
    root.dataset.theme = theme;
    root.classList.toggle("dark", theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches));
    for (const other of $$("[data-theme-set]")) other.setAttribute("aria-checked", String(other.dataset.themeSet === theme));
    el.closest("[popover]")?.hidePopover();
  } else if ((el = hit("[data-copy]"))) {
    navigator.clipboard?.writeText(el.dataset.copy).then(() => {
      showTip(el, el.dataset.copied);
      const live = $("#live");
      if (live) live.textContent = el.dataset.copied;
      setTimeout(hideTip, 1500);
    });
  } else if ((el = hit("[data-dismiss]"))) {
    const gone = el.closest(".toast, .note");
    if (gone?.dataset.notice) cookie(`notice-${gone.dataset.notice}`, "off");
    gone?.remove();
  } else if (hit("[data-clear-selection]")) {
    for (const row of $$(".row-check")) row.checked = false;
    refreshBulk();
  }
  if (hit('.menu a[role^="menuitem"], .menu button[role^="menuitem"]')) hit(".menu")?.hidePopover?.();
});

// --- the button that was pressed waits for the answer and keeps its width
on("submit", (e) => {
  const button = e.submitter;
  if (!button || e.defaultPrevented || e.target.target) return;
  setTimeout(() => {
    if (e.defaultPrevented) return;
    button.style.width = `${button.offsetWidth}px`;
    button.disabled = true;
    button.dataset.waiting = "1";
  });
});
addEventListener("pageshow", () => {
  for (const button of $$("[data-waiting]")) {
    button.disabled = false;
    button.removeAttribute("style");
    delete button.dataset.waiting;
  }
});

// --- keys
const typed = (e) => (/^[a-z/?[\]]$/i.test(e.key) ? e.key.toLowerCase() : e.code.startsWith("Key") ? e.code[3].toLowerCase() : "");
const follow = (selector) => $(selector)?.click();
function step(by) {
  const rows = $$("tr[data-row]");
  const at = rows.indexOf(document.activeElement?.closest?.("tr[data-row]"));
  const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  $("a[data-row-link], a, .row-check", row ?? document.createElement("i"))?.focus();
}
let pendingG = 0;
on("keydown", (e) => {
  const menu = e.target.closest?.(".menu");
  if (menu) return menuKey(e, menu);
  if (e.key === "ArrowDown" && e.target.matches?.('[aria-haspopup="menu"]')) {
    e.preventDefault();
    return e.target.click();
  }
  if ((e.ctrlKey || e.metaKey) && typed(e) === "k") {
    const palette = $("#palette");
    if (!palette || palette.open) return;
    e.preventDefault();
    return follow('[data-open="palette"]');
  }
  if (e.target.matches?.("#palette [role=combobox]")) return paletteKey(e);
  if (e.key === "Escape") {
    if (tip) return hideTip();
    if ($("dialog[open], .menu:popover-open")) return;
    const toasts = $$(".toaster .toast");
    if (toasts.length) return toasts.at(-1).remove();
    return follow("[data-clear-selection]");
  }
  if (root.dataset.keys === "off" || e.ctrlKey || e.metaKey || e.altKey || $("dialog[open]")) return;
  if (e.target.matches?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]")) return;
  const key = typed(e);
  if (!key) return;
  const act = {
    "/": () => $("[data-page-search]")?.focus(),
    "?": () => follow('[data-open="shortcuts"]'),
    n: () => follow("[data-new]"),
    j: () => step(1),
    k: () => step(-1),
    x: () => document.activeElement?.closest("tr[data-row]")?.querySelector(".row-check")?.click(),
  };
  if (Date.now() - pendingG < 1200) {
    pendingG = 0;
    const to = $(`[data-go="${key}"]`);
    if (to) return void (e.preventDefault(), to.click());
  }
  if (key === "g") return void (pendingG = Date.now());
  const found = act[key] ?? ($(`[data-key="${key}"]`) && (() => follow(`[data-key="${key}"]`)));
  if (!found) return;
  e.preventDefault();
  found();
});

// --- palette: a combobox over links that the server lists; without scripts it is a search form
const results = $("#palette-results");
if (results) {
  results.setAttribute("role", "listbox");
  results.setAttribute("aria-label", results.dataset.label);
  const roles = [["role", "combobox"], ["aria-expanded", "true"], ["aria-controls", results.id], ["aria-autocomplete", "list"]];
  for (const [name, value] of roles) $("#palette input").setAttribute(name, value);
}
function paletteKey(e) {
  const options = $$("#palette a[role=option]");
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[e.key];
  if (e.key === "Enter" && options.length) {
    e.preventDefault();
    const link = options[Math.max(0, at)];
    if (e.ctrlKey || e.metaKey) open(link.href, "_blank", "noopener");
    else link.click();
  } else if (to !== undefined && options.length && (e.key.startsWith("Arrow") || e.ctrlKey)) {
    e.preventDefault();
    pick(options, (to + options.length) % options.length);
  }
}
function pick(options, at) {
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
  $("#palette [role=combobox]")?.setAttribute("aria-activedescendant", options[at]?.id ?? "");
  options[at]?.scrollIntoView({ block: "nearest" });
}

// --- parts that came from the server
let busy = 0, busyTimer;
const bar = () => $(".progress-top");
on("htmx:before:request", () => {
  if (busy++ === 0) busyTimer = setTimeout(() => bar()?.classList.add("htmx-request"), 150);
});
on("htmx:finally:request", () => {
  busy = Math.max(0, busy - 1);
  if (busy) return;
  clearTimeout(busyTimer);
  bar()?.classList.remove("htmx-request");
});
on("htmx:error", () => {
  const note = $("#offline");
  if (note) note.hidden = false;
});
function arrived() {
  refreshBulk();
  reveal();
  armTree();
  $$(".toaster .toast").forEach(armToast);
  const options = $$("#palette a[role=option]");
  if (!options.length) $("#palette [role=combobox]")?.removeAttribute("aria-activedescendant");
  else if (!options.some((option) => option.getAttribute("aria-selected") === "true")) pick(options, 0);
}
on("htmx:after:swap", arrived);
arrived();
$("[data-focus-error], [aria-invalid=true]")?.focus();
