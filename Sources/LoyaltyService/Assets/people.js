"use strict";
// Who stands at the till: swiped, scanned, typed, or joining now. And what comes back.

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

dialog.addEventListener("close", () => {
  dialog.dataset.for = "";
  document.body.append(noticeBox);
});

// The member.

async function refreshMember() {
  if (!till.member) return;
  till.member = await call("GET", "/v1/members/" + encodeURIComponent(till.member.member)).catch(() => till.member);
  show();
}

function serve(member) {
  if (till.sold || (till.member && till.member.member !== member.member)) till = freshTicket(member);
  else till.member = member;
  hush();
  show();
  edited();
}

async function identify(event) {
  event.preventDefault();
  const value = $("who").value.trim();
  if (!value) return;
  try {
    serve(await lookUp(value));
  } catch (trouble) {
    complain(trouble);
    $("who").select();
  }
}

/** A member by card number or telephone number: card numbers are longer than telephone numbers of one country. */
async function lookUp(value) {
  const digits = latin(value).replace(/\D/g, "");
  const entry = digits.length >= 12 && !latin(value).trim().startsWith("+") ? "keyed" : "phone";
  return call("POST", "/v1/identify", { value, entry });
}

function heardOfCard(event) {
  if (event.status !== "member" && !(event.presented && isCardDeskOpen())) return complain(event.trouble);
  if (isCardDeskOpen() && !isJobOver()) return takeCardAtDesk(event.presented, event.entry);
  if (dialog.open) closeDialog();
  serve(event.member);
}

function nobody() {
  return [
    h("div", { className: "swipe", "aria-hidden": "true" }),
    h("h2", {}, words.swipeOrScan),
    h("form", { className: "row", onsubmit: identify }, h("input", { id: "who", type: "text", inputMode: "tel", autocomplete: "off", className: "number", placeholder: words.typeCardNumber, "aria-label": words.typeCardNumber }), h("button", { className: "button" }, words.search, h("kbd", {}, "F2"))),
    h("button", { className: "button button-quiet", type: "button", onclick: openJoin }, words.newMember),
  ];
}

function somebody(member) {
  const next = member.next_tier;
  const away = next && (next.points != null ? whole(next.points) + " " + words.points : next.recruits != null ? whole(next.recruits) + " " + words.recruits : "");
  return [
    h("div", { className: "who" }, h("h2", {}, h("bdi", {}, member.address || member.name || member.member)), h("span", { className: `tier tier-${member.tier.rank}` }, member.tier.name)),
    h("dl", { className: "figures" },
      h("div", {}, h("dt", {}, words.points), h("dd", { className: "number" }, whole(member.points))),
      member.waiting ? h("div", {}, h("dt", {}, words.waitingPoints), h("dd", { className: "number" }, whole(member.waiting))) : null,
      member.recruits ? h("div", {}, h("dt", {}, words.recruits), h("dd", { className: "number" }, whole(member.recruits))) : null,
      h("div", {}, h("dt", {}, words.card), h("dd", { className: "number" }, h("bdi", {}, member.card ? localDigits(member.card.number) : words.noCard))),
    ),
    away ? h("p", { className: "next" }, next.tier.name, ": ", h("span", { className: "number" }, away)) : null,
    member.benefits.length ? h("p", { className: "benefits" }, member.benefits.map((one) => h("span", { className: "chip" }, one.name))) : null,
    h("div", { className: "row" },
      h("button", { className: "button button-quiet", type: "button", onclick: () => startTicket(null) }, words.forgetMember),
      h("button", { className: "button button-quiet", type: "button", onclick: openProfile }, member.profile_complete ? words.profile : words.completeProfile),
      h("button", { className: "button button-quiet", type: "button", onclick: openHistory }, words.history),
      member.card && member.card.printed ? h("button", { className: "button button-quiet", type: "button", onclick: () => openCardDesk(member.member, "reissue") }, words.reissueCard) : null,
    ),
  ];
}

function showMember() {
  $("member").classList.toggle("empty", !till.member);
  $("member").replaceChildren(...(till.member ? somebody(till.member) : nobody()).filter(Boolean));
}

// Joining and particulars.

const textField = (name, label, options = {}) => h("label", {}, label, h("input", { type: "text", name, autocomplete: "off", ...options }));

function particulars(member) {
  return [
    textField("name", words.name, { value: (member && member.name) || "", maxLength: 120 }),
    textField("address", words.formOfAddress, { value: (member && member.address) || "", maxLength: 120 }),
    textField("birthday", words.birthday, { type: "date" }),
    textField("phone", words.phone, { type: "tel", className: "number" }),
  ];
}

const filled = (form) => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
const dialogFoot = (name) =>
  h("div", { className: "dialog-foot" }, h("button", { className: "button button-quiet", type: "button", onclick: closeDialog }, words.cancel), h("button", { className: "button button-primary" }, name));

function openJoin() {
  const joinKey = key();
  const join = async (event) => {
    event.preventDefault();
    const body = filled(event.target);
    try {
      if (body.recruiter) body.recruiter = (await lookUp(body.recruiter)).member;
      if (body.introduced_by) body.introduced_by = (await lookUp(body.introduced_by)).member;
      if (body.tickets) body.tickets = body.tickets.split(/[\s,،、]+/).filter(Boolean);
      const member = await call("POST", "/v1/members", body, joinKey);
      lastAnonymous = "";
      closeDialog();
      serve(await call("GET", "/v1/members/" + encodeURIComponent(member.member)));
    } catch (trouble) {
      complain(trouble);
    }
  };
  openDialog(
    "join",
    words.newMember,
    h("form", { className: "fields", onsubmit: join },
      particulars(null),
      club.hasRecruiting ? textField("recruiter", words.recruitedBy, { className: "number", placeholder: words.typeCardNumber }) : null,
      textField("tickets", words.earlierTickets, { value: lastAnonymous, className: "number" }),
      dialogFoot(words.join),
    ),
  );
}

function openProfile() {
  const save = async (event) => {
    event.preventDefault();
    try {
      serve(await call("PATCH", "/v1/members/" + encodeURIComponent(till.member.member), filled(event.target)));
      closeDialog();
    } catch (trouble) {
      complain(trouble);
    }
  };
  openDialog("profile", till.member.name || words.member, h("form", { className: "fields", onsubmit: save }, particulars(till.member), dialogFoot(words.save)));
}

async function openHistory() {
  try {
    const account = await call("GET", `/v1/members/${encodeURIComponent(till.member.member)}/account`);
    openDialog(
      "history",
      words.history,
      h("ol", { className: "history" }, account.entries.toReversed().map((entry) => h("li", {}, h("span", {}, entry.text), h("small", { className: "rule" }, entry.rule), h("span", { className: "number" }, whole(entry.points))))),
      h("div", { className: "dialog-foot" }, h("button", { className: "button button-primary", type: "button", onclick: closeDialog }, words.close)),
    );
  } catch (trouble) {
    complain(trouble);
  }
}

// Returns.

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
  openDialog(
    "return",
    words.returnGoods,
    h("form", { className: "row", onsubmit: find }, h("input", { type: "text", name: "ticket", className: "number", autocomplete: "off", "aria-label": words.ticketNumber, placeholder: words.ticketNumber, value: till.sold ? till.ticket : "" }), h("button", { className: "button" }, words.search)),
    h("div", { id: "return-body" }),
    h("div", { className: "dialog-foot" }, h("button", { className: "button button-quiet", type: "button", onclick: closeDialog }, words.close)),
  );
}

function showReturn(sale) {
  const returnKey = key();
  const path = "/v1/sales/" + encodeURIComponent(sale.ticket);
  const back = async (event) => {
    event.preventDefault();
    const lines = sale.lines.map((line) => ({ id: line.id, quantity: wholeNumber(event.target["back-" + line.id].value || "0") })).filter((line) => line.quantity);
    await takeBack(path + "/returns", { lines }, returnKey, words.returned);
  };
  const line = (one) =>
    h("li", {}, h("bdi", { className: "number" }, one.id), h("span", { className: "number" }, whole(one.quantity) + " × ", money(one.net)), h("input", { type: "text", name: "back-" + one.id, inputMode: "numeric", className: "number", "aria-label": words.unitsBack, placeholder: localDigits("0") }));
  $("return-body").replaceChildren(
    h("form", { onsubmit: back },
      h("div", { className: "list-head" }, h("span", {}, words.item), h("span", {}, words.unitsBack)),
      h("ul", { className: "list" }, sale.lines.map(line)),
      h("div", { className: "row" },
        h("button", { className: "button button-primary" }, words.returnGoods),
        h("button", { className: "button button-quiet", type: "button", onclick: () => takeBack(path + "/void", undefined, returnKey + "-void", words.voided) }, words.voidTicket),
      ),
    ),
  );
}

async function takeBack(path, body, returnKey, done) {
  try {
    const answer = await call("POST", path, body, returnKey);
    hush();
    $("return-body").replaceChildren(
      h("p", { className: "prompt good" }, done),
      h("dl", { className: "totals" },
        h("div", { className: "main" }, h("dt", {}, words.refund), h("dd", { className: "number" }, money(-answer.total))),
        answer.member ? h("div", {}, h("dt", {}, words.points), h("dd", { className: "number" }, whole(answer.earned))) : null,
      ),
    );
    await refreshMember();
  } catch (trouble) {
    complain(trouble);
  }
}

// Beginning, keys, and what the service tells.

$("add-line").addEventListener("click", () => {
  till.lines.push(freshLine(till.nextLine++));
  showLines();
  $("lines").lastElementChild.querySelector("input").focus();
});
$("pay").addEventListener("click", pay);
for (const id of ["new-ticket", "next-ticket"]) $(id).addEventListener("click", () => startTicket(null));
$("open-return").addEventListener("click", openReturn);
document.addEventListener("keydown", (event) => {
  const act = { F2: () => $("who")?.focus(), F8: pay, F9: () => startTicket(null) }[event.key];
  if (!act || dialog.open) return;
  event.preventDefault();
  act();
});

cardDesk.changed = refreshMember;
startTicket(null);
listen((name, value) => {
  if (name === "card") heardOfCard(value);
  if (name === "device" && isCardDeskOpen()) showCardDesk();
  if (name === "card_job") heardOfCardJob(value);
});
