"use strict";
// The till: who stands there, what they buy, what to say, what to do next.

const { club } = page;
const dialog = $("dialog");

function openDialog(kind, title, ...body) {
  const isNew = dialog.dataset.for !== kind || !dialog.open;
  dialog.dataset.for = kind;
  // A no has to show above the dialog, and so inside it.
  dialog.replaceChildren(h("h1", { id: "dialog-title" }, title), ...body.flat(Infinity).filter(Boolean), noticeBox);
  if (!dialog.open) dialog.showModal();
  if (isNew) dialog.querySelector("input, select, .button-primary")?.focus();
}

const closeDialog = () => dialog.close();
const isCardDeskOpen = () => cardDesk.job && dialog.open && dialog.dataset.for === "card";

dialog.addEventListener("close", () => {
  dialog.dataset.for = "";
  document.body.append(noticeBox);
});

let till;
let quoteTimer;

const freshLine = (number) => ({
  id: String(number), item: "", category: club.categories[0] || "", quantity: localDigits("1"), price: "", cost: "", flags: new Set(),
});

function freshTicket(member) {
  const moment = new Date().toISOString().replace(/\D/g, "").slice(2, 14);
  return {
    ticket: `T${moment}-${Math.random().toString(36).slice(2, 6).toUpperCase()}`,
    key: key(), member, lines: [freshLine(1)], nextLine: 2,
    edits: 0, quote: null, quotedAt: -1, sold: null, approval: null, request: null, isBusy: false,
  };
}

let lastAnonymous = "";

// The ticket.

function ticketBody() {
  const lines = [];
  for (const line of till.lines) {
    const price = minorUnits(line.price);
    const quantity = wholeNumber(line.quantity);
    const cost = line.cost.trim() ? minorUnits(line.cost) : undefined;
    if (!line.price.trim() && !line.item.trim() && till.lines.length > 1) continue;
    if (price === null || !quantity || cost === null) return null;
    const category = line.category || undefined;
    lines.push({ id: line.id, sku: line.item.trim(), category, quantity, unit_price: price, cost, flags: [...line.flags] });
  }
  if (!lines.length) return null;
  return { ticket: till.ticket, register: "till", member: till.member ? till.member.member : undefined, lines, approval: till.approval || undefined };
}

function edited() {
  till.edits += 1;
  clearTimeout(quoteTimer);
  quoteTimer = setTimeout(price, 250);
  showTotals();
}

async function price() {
  clearTimeout(quoteTimer);
  const body = ticketBody();
  const mine = till;
  const edits = till.edits;
  if (!body || till.sold) return showTotals();
  try {
    const quote = await call("POST", "/v1/quotes", body);
    if (mine !== till || edits !== till.edits) return;
    till.quote = quote;
    till.quotedAt = edits;
    hush();
  } catch (trouble) {
    if (mine === till && edits === till.edits) complain(trouble);
  }
  showQuote();
}

// What the cashier has to say stands on the screen before payment can be taken.
const mayPay = () => !till.sold && !till.isBusy && till.quote && till.quotedAt === till.edits && !$("say").hidden;

async function pay() {
  if (!mayPay()) return;
  till.isBusy = true;
  showTotals();
  try {
    till.sold = await call("POST", "/v1/sales", ticketBody(), till.key);
    if (!till.member) lastAnonymous = till.ticket;
    hush();
    if (till.member) await refreshMember();
  } catch (trouble) {
    complain(trouble);
  }
  till.isBusy = false;
  show();
  if (till.sold) $("next-ticket").focus();
}

/** A field of a line, under its label. */
function lineField(line, name, label, options = {}) {
  const take = (event) => {
    line[name] = event.target.value;
    edited();
  };
  const input = h("input", { type: "text", autocomplete: "off", value: line[name], oninput: take, ...options });
  return h("label", { className: "field field-" + name }, h("span", {}, label), input);
}

function categoryField(line) {
  const take = (event) => {
    line.category = event.target.value;
    edited();
  };
  const option = (value) => h("option", { value, selected: value === line.category }, value ? word("category", value) : words.categoryOther);
  const choice = h("select", { onchange: take }, [...club.categories, ""].map(option));
  return h("label", { className: "field field-category" }, h("span", {}, words.category), choice);
}

function flagField(line, flag) {
  const take = (event) => {
    if (event.target.checked) line.flags.add(flag);
    else line.flags.delete(flag);
    edited();
  };
  return h("label", { className: "flag" }, h("input", { type: "checkbox", checked: line.flags.has(flag), onchange: take }), word("flag", flag));
}

function lineRow(line) {
  const remove = () => {
    till.lines = till.lines.filter((other) => other !== line);
    showLines();
    edited();
  };
  const tidy = (event) => {
    const minor = minorUnits(event.target.value);
    if (minor !== null) event.target.value = line.price = amount(minor);
  };
  const isOnly = till.lines.length === 1;
  return h(
    "li",
    { className: "line" },
    lineField(line, "item", words.item),
    categoryField(line),
    lineField(line, "quantity", words.quantity, { inputMode: "numeric", className: "number" }),
    lineField(line, "price", words.unitPrice, { inputMode: "decimal", className: "number", onchange: tidy }),
    h("button", { className: "button button-icon", type: "button", title: words.removeLine, disabled: isOnly, onclick: remove }, "×"),
    h(
      "div",
      { className: "flags" },
      club.flags.map((flag) => flagField(line, flag)),
      lineField(line, "cost", words.cost, { inputMode: "decimal", className: "number" }),
    ),
    h("div", { className: "line-why", id: "why-" + line.id }),
  );
}

/** The reader's word for a category or a flag of the table; the table's own where the catalogue has none. */
const word = (kind, name) =>
  words[kind + name.replace(/(^|_)(.)/g, (_, __, letter) => letter.toUpperCase())] || name.replaceAll("_", " ");

function showLines() {
  $("ticket-number").textContent = till.ticket;
  $("lines").replaceChildren(...(till.sold ? till.sold.lines.map(soldRow) : till.lines.map(lineRow)));
  $("add-line").hidden = Boolean(till.sold);
}

const because = (kind, one) =>
  h("p", { className: kind }, h("span", {}, one.text), h("small", { className: "rule", title: words.rule }, one.rule));
const why = (line) => [...line.adjustments.map((one) => because("adjustment", one)), ...line.notes.map((one) => because("note", one))];
const paid = (line) => h("span", { className: "number net" }, line.net === line.list ? null : h("s", {}, money(line.list)), " ", money(line.net));

function soldRow(line) {
  const typed = till.lines.find((one) => one.id === line.id);
  return h(
    "li",
    { className: "line line-sold" },
    h("strong", {}, h("bdi", {}, (typed && typed.item) || line.id), " × ", whole(line.quantity)),
    paid(line),
    h("div", { className: "line-why" }, why(line)),
  );
}

function showQuote() {
  const isFresh = till.quote && till.quotedAt === till.edits;
  if (isFresh && !till.sold) {
    for (const line of till.quote.lines) {
      const place = $("why-" + line.id);
      if (place) place.replaceChildren(...why(line), paid(line));
    }
  }
  showSay();
  showTasks();
  showTotals();
}

function showTotals() {
  const answer = till.sold || (till.quotedAt === till.edits ? till.quote : null);
  const row = (name, value, isMain) => h("div", { className: isMain ? "main" : "" }, h("dt", {}, name), h("dd", { className: "number" }, value));
  $("totals").replaceChildren(
    ...(answer
      ? [
          answer.total === answer.list ? null : row(words.listPrice, money(answer.list)),
          answer.total === answer.list ? null : row(words.discount, money(answer.total - answer.list)),
          answer.member ? row(words.willEarn, whole(answer.earned)) : null,
          row(till.sold ? words.sold : words.youPay, money(answer.total), true),
        ].filter(Boolean)
      : [row(words.youPay, "–", true)]),
  );
  $("ticket-notes").replaceChildren(...(answer ? answer.notes : []).map((note) => h("li", {}, because("note", note))));
  $("pay").disabled = !mayPay();
  $("pay").hidden = Boolean(till.sold);
  $("next-ticket").hidden = !till.sold;
}

// What to say and what to do.

function showSay() {
  const isFresh = till.quote && till.quotedAt === till.edits;
  const lines = till.sold ? till.sold.say_after : isFresh ? till.quote.say_before : till.member ? till.member.say_before : [];
  const change = till.sold && till.sold.tier_change;
  $("say").hidden = !lines.length;
  $("say").className = "sheet say" + (till.sold ? " say-after" : "");
  $("say").replaceChildren(
    h("h2", {}, till.sold ? words.sayAfter : words.sayBefore),
    ...lines.map((line) => h("p", {}, line)),
    ...(change && change.steps.length ? [h("p", { className: "rise" }, "★ ", till.sold.tier_name)] : []),
  );
}

function showTasks() {
  const answer = till.sold || till.quote;
  const all = [...(till.member ? till.member.tasks : []), ...(answer ? answer.tasks : [])];
  const isFirst = (task, index) => all.findIndex((other) => other.kind === task.kind) === index;
  const isDue = (task) => task.kind !== "ask_approval" || !till.sold;
  const rows = all.filter(isFirst).filter(isDue).map((task) => h("li", {}, h("span", {}, task.text), taskButton(task)));
  $("tasks").hidden = !rows.length;
  $("tasks").replaceChildren(h("h2", {}, words.tasks), h("ul", {}, rows));
}

function taskButton(task) {
  if (!till.member) return null;
  const { member } = till.member;
  const button = (name, act, quiet = "") => h("button", { className: "button " + quiet, type: "button", onclick: act }, name);
  if (task.kind === "exchange_card") return button(words.exchangeCard, () => openCardDesk(member, "exchange"));
  if (task.kind === "reissue_card") return button(words.reissueCard, () => openCardDesk(member, "reissue", { isKnown: true }));
  if (task.kind === "first_card") return button(words.firstCard, () => openCardDesk(member, "first_issue"));
  if (task.kind !== "ask_approval") return null;
  if (!till.request) return button(words.requestApproval, requestApproval);
  if (till.request.state !== "requested") return h("strong", {}, words[till.request.state]);
  return h("span", { className: "row" }, button(words.approve, () => decide(true)), button(words.refuse, () => decide(false), "button-quiet"));
}

async function requestApproval() {
  try {
    const wish = { request: "R" + till.ticket.slice(1), member: till.member.member, benefit: till.quote.needs_approval.benefit };
    till.request = await call("POST", "/v1/benefit-requests", wish, key());
  } catch (trouble) {
    complain(trouble);
  }
  showTasks();
}

async function decide(approved) {
  try {
    till.request = await call("POST", `/v1/benefit-requests/${encodeURIComponent(till.request.request)}/decision`, { approved });
    till.approval = till.request.request;
    edited();
    await price();
  } catch (trouble) {
    complain(trouble);
    showTasks();
  }
}

function show() {
  showLines();
  showMember();
  showQuote();
}

function startTicket(member) {
  till = freshTicket(member);
  show();
}
