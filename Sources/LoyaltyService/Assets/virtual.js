"use strict";
// The counter of virtual devices: hands that swipe, scan, pull cables and open covers.

let lying = { plugged: {}, printer: [], cards: [], sheets: 0 };
let shownSheets = 0;

async function refresh() {
  lying = await call("GET", "/virtual/state").catch((trouble) => (complain(trouble), lying));
  show();
}

async function act(body) {
  try {
    await call("POST", "/virtual/acts", body);
    hush();
  } catch (trouble) {
    complain(trouble);
  }
  await refresh();
}

const button = (text, body, isOn) =>
  h("button", { className: "button" + (isOn ? " button-on" : ""), type: "button", onclick: () => act(body) }, text);
const cardStates = {
  pending: words.cardPending, valid: words.cardValid, replaced: words.cardReplaced, lost: words.cardLost, unused: words.cardUnused,
};

function show() {
  $("cards").replaceChildren(
    ...lying.cards.map((card) =>
      h(
        "li",
        {},
        h(
          "div",
          {},
          h("strong", {}, h("bdi", {}, card.name || card.member)),
          h("small", {}, h("bdi", { className: "number" }, localDigits(card.card)), " · ", cardStates[card.state]),
        ),
        button(words.swipeCard, { do: "swipe", member: card.member, card: card.card }),
        button(words.scanCode, { do: "scan", member: card.member, card: card.card }),
      ),
    ),
    h("li", {}, h("strong", {}, words.cardPayment), button(words.swipeCard, { do: "swipe_payment_card" })),
    h("li", {}, h("strong", {}, words.tornCard), button(words.swipeCard, { do: "swipe_torn" })),
  );
  const has = (condition) => lying.printer.includes(condition);
  const printer = [
    ["printer.cover_open", words.openCover, words.closeCover],
    ["printer.paper_end", words.takePaperOut, words.putPaperIn],
    ["printer.paper_near_end", problems["printer.paper_near_end"], words.putPaperIn],
  ].map(([condition, begin, end]) => button(has(condition) ? end : begin, { do: "printer", condition, holds: !has(condition) }, has(condition)));
  $("plugs").replaceChildren(
    ...Object.entries({ ...deviceNames, writer: words.stripeWriter }).map(([device, name]) =>
      h(
        "li",
        {},
        h("strong", {}, name),
        lying.plugged[device] ? button(words.pullOut, { do: "pull_out", device }) : button(words.plugIn, { do: "plug_in", device }, device !== "writer"),
        device === "printer" && lying.plugged.printer ? printer : null,
        device === "writer" && lying.plugged.writer ? button(words.swipeCard, { do: "draw" }) : null,
      ),
    ),
  );
  for (; shownSheets < lying.sheets; shownSheets += 1) {
    $("sheets").prepend(h("li", {}, h("img", { src: "/virtual/sheets/" + shownSheets, alt: words.paper + " " + whole(shownSheets + 1) })));
  }
}

listen(refresh);
refresh();
