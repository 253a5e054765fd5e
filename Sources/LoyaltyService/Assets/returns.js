"use strict";
// Goods that come back, by their ticket.

/** What the lines of tickets sold on this page are called. */
const soldItems = new Map();

function openReturn() {
  const find = async (event) => {
    event.preventDefault();
    const ticket = event.target.ticket.value.trim();
    try {
      showReturn(await call("GET", "/v1/sales?ticket_id=" + encodeURIComponent(ticket)));
      hush();
    } catch (trouble) {
      complain(trouble);
    }
  };
  const label = words.ticketNumber;
  const value = till.sold ? till.ticket : "";
  openDialog(
    "return",
    words.returnGoods,
    h(
      "form",
      { className: "row", onsubmit: find },
      h("input", { type: "text", name: "ticket", className: "number", autocomplete: "off", "aria-label": label, placeholder: label, value }),
      h("button", { className: "button" }, words.search),
    ),
    h("div", { id: "return-body" }),
    h("div", { className: "dialog-foot" }, quiet(words.close, closeDialog)),
  );
}

function showReturn(sale) {
  const returnKey = key();
  const path = "/v1/sales/" + encodeURIComponent(sale.ticket);
  const back = async (event) => {
    event.preventDefault();
    const wanted = (line) => ({ id: line.id, quantity: wholeNumber(event.target["back-" + line.id].value || "0") });
    const lines = sale.lines.map(wanted).filter((line) => line.quantity);
    await takeBack(path + "/returns", { lines }, returnKey, words.returned);
  };
  const units = { type: "text", inputMode: "numeric", className: "number", autocomplete: "off", placeholder: localDigits("0") };
  const line = (one) => {
    const name = soldItems.get(sale.ticket)?.get(one.id) || `${words.item} ${localDigits(one.id)}`;
    return h(
      "li",
      {},
      h("bdi", {}, name),
      h("span", { className: "number" }, whole(one.quantity) + between + money(one.net)),
      h("input", { name: "back-" + one.id, "aria-label": `${words.unitsBack}: ${name}`, ...units }),
    );
  };
  $("return-body").replaceChildren(
    h(
      "form",
      { onsubmit: back },
      h("div", { className: "list-head" }, h("span", {}, words.item), h("span", {}, words.unitsBack)),
      h("ul", { className: "list" }, sale.lines.map(line)),
      h(
        "div",
        { className: "row" },
        h("button", { className: "button button-primary" }, words.returnGoods),
        quiet(words.voidTicket, () => takeBack(path + "/void", undefined, returnKey + "-void", words.voided)),
      ),
    ),
  );
  $("return-body").querySelector("input").focus();
}

async function takeBack(path, body, returnKey, done) {
  try {
    const answer = await call("POST", path, body, returnKey);
    hush();
    $("return-body").replaceChildren(
      h("p", { className: "prompt good" }, done),
      h(
        "dl",
        { className: "totals" },
        h("div", { className: "main" }, h("dt", {}, words.refund), h("dd", { className: "number" }, money(-answer.total))),
        answer.member ? h("div", {}, h("dt", {}, words.points), h("dd", { className: "number" }, whole(answer.earned))) : null,
      ),
    );
    await refreshMember();
  } catch (trouble) {
    complain(trouble);
  }
}
