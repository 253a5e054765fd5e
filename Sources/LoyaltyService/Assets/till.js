"use strict";
// The till: the ticket, what it costs and why, what to say, what to do next.

const { club } = page;
const isCardDeskOpen = () => dialog.open && dialog.dataset.for === "card" && cardDesk.job;

let till;
let quoteTimer;
let lastAnonymous = { ticket: "", visitor: "" };

const freshLine = (number) => ({
  id: String(number), item: "", sku: "", category: club.categories[0] || "", quantity: localDigits("1"), price: "", cost: "", flags: new Set(),
});

function freshTicket(member) {
  const now = new Date().toISOString().replace(/\D/g, "").slice(2, 14);
  return {
    ticket: `T${now}-${Math.random().toString(36).slice(2, 6).toUpperCase()}`,
    key: key(), member, lines: [freshLine(1)], nextLine: 2, visitor: "",
    edits: 0, quote: null, quotedAt: -1, sold: null, approval: null, request: null, isBusy: false,
    // Points as money: what was typed, and the exchange that the last price offered.
    redeem: "", option: null, fromDeposit: false,
    // What the cashier has had on the screen; an answer to a payment that never came; an offer put off.
    said: "", isUnsure: false, isOfferOff: false,
  };
}

// The ticket.

/** Points for what was typed to be paid with them; null for what is no amount. */
function redeemedPoints() {
  if (!till.member || !till.option || !till.redeem.trim()) return 0;
  const minor = minorUnits(till.redeem);
  return minor === null ? null : Math.floor(minor / (till.option.amount / till.option.points));
}

function ticketBody() {
  const lines = [];
  for (const line of till.lines) {
    const price = minorUnits(line.price);
    const quantity = wholeNumber(line.quantity);
    const cost = line.cost.trim() ? minorUnits(line.cost) : undefined;
    if (!line.price.trim() && !line.item.trim() && till.lines.length > 1) continue;
    if (price === null || !quantity || cost === null) return null;
    const category = line.category || undefined;
    lines.push({ id: line.id, sku: line.sku || line.item.trim(), category, quantity, unit_price: price, cost, flags: [...line.flags] });
  }
  const points = redeemedPoints();
  if (!lines.length || points === null) return null;
  return {
    ticket: till.ticket, register: "till", member: till.member?.member, entry: till.member ? till.entry : undefined, visitor: (!till.member && till.visitor) || undefined, lines,
    approval: till.approval || undefined, redeem_points: points || undefined, pay_from: till.fromDeposit && till.member ? "stored_value" : undefined,
  };
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
  if (!body || till.sold || till.isUnsure) return showTotals();
  try {
    const quote = await call("POST", "/v1/quotes", body);
    if (mine !== till || edits !== till.edits) return;
    till.quote = quote;
    till.quotedAt = edits;
    till.option = quote.redeem_options[0] || (till.redeem ? till.option : null);
    storeIsBack();
    if (noticeBox.classList.contains("notice-refusal")) hush();
  } catch (trouble) {
    if (mine === till && edits === till.edits) {
      fail(trouble);
      const row = /^lines\[(\d+)\]\.(quantity|unit_price|cost)/.exec(trouble.field || "");
      const name = row && { quantity: "quantity", unit_price: "price", cost: "cost" }[row[2]];
      if (row) $("lines").children[row[1]]?.querySelector(`.field-${name} input`)?.setAttribute("aria-invalid", "true");
    }
  }
  showQuote();
}

const isFresh = () => till.quote && till.quotedAt === till.edits;

// What the cashier has to say stands on the screen before payment can be taken.
const mayPay = () => !till.sold && !till.isBusy && isFresh();

/** Whether what there is to say has stood on the screen since it last changed; where it has not, it is brought there. */
function wasSaid() {
  const say = $("say");
  if (say.hidden || till.said === say.textContent) return true;
  const box = say.getBoundingClientRect();
  till.said = say.textContent;
  if (box.top >= 0 && box.bottom <= window.innerHeight) return true;
  say.scrollIntoView({ block: "nearest" });
  notice("retry", words.readOutFirst);
  return false;
}

async function pay() {
  if (!mayPay() || !wasSaid()) return;
  till.isBusy = true;
  showTotals();
  const mine = till;
  try {
    noteSold(await call("POST", "/v1/sales", ticketBody(), till.key));
    hush();
    storeIsBack();
    await refreshMember();
  } catch (trouble) {
    mine.isUnsure = isAway(trouble);
    fail(trouble);
  }
  mine.isBusy = false;
  if (mine !== till) return;
  show();
  if (till.sold) $("next-ticket").focus();
}

function noteSold(answer) {
  till.sold = answer;
  till.isUnsure = false;
  if (!till.member) lastAnonymous = { ticket: till.ticket, visitor: till.visitor };
  soldItems.set(till.ticket, new Map(till.lines.map((line) => [line.id, line.item])));
}

/** After the line was cut: what became of a payment that was not answered, and everything that may have changed meanwhile. */
async function recover() {
  const mine = till;
  try {
    if (till.isUnsure) {
      const sold = await call("GET", "/v1/sales?ticket_id=" + encodeURIComponent(till.ticket)).catch((trouble) => {
        if (trouble.code !== "ticket_unknown") throw trouble;
      });
      if (mine !== till) return;
      if (sold) noteSold(sold);
      till.isUnsure = false;
    }
    if (till.member) till.member = await call("GET", "/v1/members/" + encodeURIComponent(till.member.member));
    storeIsBack();
  } catch (trouble) {
    return fail(trouble);
  }
  if (mine !== till) return;
  if (till.sold) return show();
  showPerson();
  await refreshRequest();
  await price();
}

/** A field of a line, under its label. */
function lineField(line, name, label, options = {}) {
  const take = (event) => {
    line[name] = event.target.value;
    event.target.removeAttribute("aria-invalid");
    edited();
  };
  const input = h("input", { type: "text", autocomplete: "off", value: line[name], oninput: take, ...options });
  return h("label", { className: "field field-" + name }, h("span", {}, label), input);
}

/** An article of the price list brings its price and category along. */
function itemField(line) {
  const take = (event) => {
    line.item = event.target.value;
    const article = club.articles.find((one) => one.name === line.item.trim());
    line.sku = article ? article.sku : "";
    if (article) {
      const row = event.target.closest(".line");
      line.price = row.querySelector(".field-price input").value = amount(article.price);
      const choice = row.querySelector("select");
      if (article.category && choice) line.category = choice.value = article.category;
    }
    edited();
  };
  return lineField(line, "item", words.item, { oninput: take, ...(club.articles.length ? { list: "articles" } : {}) });
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

function addLine() {
  till.lines.push(freshLine(till.nextLine++));
  showLines();
  showQuote();
  $("lines").lastElementChild.querySelector("input").focus();
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
  const next = (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT" || minorUnits(line.price) === null) return;
    event.preventDefault();
    addLine();
  };
  const isOnly = till.lines.length === 1;
  return h(
    "li",
    { className: club.categories.length ? "line" : "line line-short", onkeydown: next },
    itemField(line),
    club.categories.length ? categoryField(line) : null,
    lineField(line, "quantity", words.quantity, { inputMode: "numeric", className: "number" }),
    lineField(line, "price", words.unitPrice, { inputMode: "decimal", className: "number", onchange: tidy }),
    h("button", { className: "button button-icon", type: "button", title: words.removeLine, disabled: isOnly, onclick: remove }, "×"),
    h(
      "div",
      { className: "flags" },
      club.flags.map((flag) => flagField(line, flag)),
      club.hasCostFloor ? lineField(line, "cost", words.cost, { inputMode: "decimal", className: "number" }) : null,
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
    h("strong", {}, h("bdi", {}, typed?.item || `${words.item} ${localDigits(line.id)}`), " × ", whole(line.quantity)),
    paid(line),
    h("div", { className: "line-why" }, why(line)),
  );
}

function showQuote() {
  if (isFresh() && !till.sold) {
    for (const line of till.quote.lines) {
      const place = $("why-" + line.id);
      if (place) place.replaceChildren(...why(line), paid(line));
    }
  }
  showPaying();
  showSay();
  showTasks();
  showTotals();
}

/** Points as money, and money on deposit; what is being typed there stays. */
function showPaying() {
  const box = $("paying");
  const option = till.member && till.option;
  const deposit = till.member && club.keepsDeposits && till.member.stored_value;
  box.hidden = Boolean(till.sold) || !(option || deposit);
  const mark = JSON.stringify([till.ticket, option, deposit]);
  if (box.hidden || box.dataset.for === mark) return;
  box.dataset.for = mark;
  const isTyping = box.contains(document.activeElement) && document.activeElement.id;
  const take = (text) => {
    till.redeem = text;
    edited();
  };
  const all = () => {
    $("redeem").value = amount(option.amount);
    take($("redeem").value);
  };
  box.replaceChildren(
    ...[
      option &&
        h(
          "label",
          { className: "row" },
          h("span", {}, words.payWithPoints),
          h("input", {
            id: "redeem", type: "text", inputMode: "decimal", autocomplete: "off", className: "number", value: till.redeem,
            placeholder: amount(option.amount), oninput: (event) => take(event.target.value),
          }),
        ),
      option && button(`${words.useAll} (${money(option.amount)})`, all, "button-quiet"),
      deposit &&
        tickField("deposit", `${words.payFromDeposit} (${money(deposit)})`, {
          checked: till.fromDeposit,
          onchange: (event) => {
            till.fromDeposit = event.target.checked;
            edited();
          },
        }),
    ].filter(Boolean),
  );
  if (isTyping) $(isTyping)?.focus();
}

function showTotals() {
  const answer = till.sold || (isFresh() ? till.quote : null);
  const points = (redeemedPoints() || 0) * (till.option ? till.option.amount / till.option.points : 0);
  const off = answer ? answer.total - answer.list + points : 0;
  const row = (name, value, isMain) => h("div", { className: isMain ? "main" : "" }, h("dt", {}, name), h("dd", { className: "number" }, value));
  $("totals").replaceChildren(
    ...(answer
      ? [
          answer.total === answer.list ? null : row(words.listPrice, money(answer.list)),
          off ? row(words.discount, money(off)) : null,
          points ? row(words.payWithPoints, money(-points)) : null,
          answer.member && club.hasPoints ? row(words.willEarn, whole(answer.earned)) : null,
          row(till.sold ? words.sold : words.youPay, money(answer.total), true),
        ].filter(Boolean)
      : [row(words.youPay, "–", true)]),
  );
  $("ticket-notes").replaceChildren(...(answer ? answer.notes : []).map((note) => h("li", {}, because("note", note))));
  // What stands beside the lines belongs to what was typed before.
  $("lines").classList.toggle("stale", !till.sold && !isFresh());
  $("pay").disabled = !mayPay();
  $("pay").hidden = Boolean(till.sold);
  $("next-ticket").hidden = !till.sold;
}

// What to say.

function showSay() {
  const lines = till.sold ? till.sold.say_after : isFresh() ? till.quote.say_before : till.member ? till.member.say_before : [];
  const change = till.sold && till.sold.tier_change;
  const more = till.member && !till.sold ? till.member.suggestions || [] : [];
  $("say").hidden = !lines.length;
  $("say").className = "sheet say" + (till.sold ? " say-after" : "");
  $("say").replaceChildren(
    h("h2", {}, till.sold ? words.sayAfter : words.sayBefore),
    ...lines.map((line) => h("p", {}, line)),
    ...more.map((one) => h("p", { className: "say-more" }, one.text)),
    ...(change && change.steps.length ? [h("p", { className: "rise" }, "★ ", till.sold.tier_name)] : []),
  );
}

function show() {
  showLines();
  showMember();
  showQuote();
  showAfter();
}

function startTicket(member) {
  till = freshTicket(member);
  show();
}
