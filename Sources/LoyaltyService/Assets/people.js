"use strict";
// Who stands at the till: swiped, scanned, typed, or joining now. And what comes back.

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

function heardOfCard(event) {
  if (event.status !== "member" && !(event.presented && isCardDeskOpen())) return complain(event.trouble);
  if (isCardDeskOpen() && !isJobOver()) return takeCardAtDesk(event.presented, event.entry);
  if (dialog.open) closeDialog();
  serve(event.member);
}

function nobody() {
  const label = words.typeCardNumber;
  return [
    h("div", { className: "swipe", "aria-hidden": "true" }),
    h("h2", {}, words.swipeOrScan),
    h(
      "form",
      { className: "row", onsubmit: identify },
      h("input", { id: "who", type: "text", inputMode: "tel", autocomplete: "off", className: "number", placeholder: label, "aria-label": label }),
      h("button", { className: "button" }, words.search, h("kbd", {}, "F2")),
    ),
    quiet(words.newMember, openJoin),
  ];
}

/** What is missing to the next tier. */
function wayUp(next) {
  if (!next) return null;
  const missing = next.points != null ? [next.points, words.points] : next.recruits != null ? [next.recruits, words.recruits] : null;
  return missing && h("p", { className: "next" }, `${next.tier.name}: ${whole(missing[0])} ${missing[1]}`);
}

function somebody(member) {
  const figure = (name, ...value) => h("div", {}, h("dt", {}, name), h("dd", { className: "number" }, ...value));
  return [
    h(
      "div",
      { className: "who" },
      h("h2", {}, h("bdi", {}, member.address || member.name || member.member)),
      h("span", { className: `tier tier-${member.tier.rank}` }, member.tier.name),
    ),
    h(
      "dl",
      { className: "figures" },
      figure(words.points, whole(member.points)),
      member.waiting ? figure(words.waitingPoints, whole(member.waiting)) : null,
      member.recruits ? figure(words.recruits, whole(member.recruits)) : null,
      figure(words.card, h("bdi", {}, member.card ? localDigits(member.card.number) : words.noCard)),
    ),
    wayUp(member.next_tier),
    h("p", { className: "benefits" }, member.benefits.map((one) => h("span", { className: "chip" }, one.name))),
    h(
      "div",
      { className: "row" },
      quiet(words.forgetMember, () => startTicket(null)),
      quiet(member.profile_complete ? words.profile : words.completeProfile, openProfile),
      quiet(words.history, openHistory),
      member.card?.printed ? quiet(words.reissueCard, () => openCardDesk(member.member, "reissue")) : null,
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

const filled = (form) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
const dialogFoot = (name) =>
  h("div", { className: "dialog-foot" }, quiet(words.cancel, closeDialog), h("button", { className: "button button-primary" }, name));

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
    h(
      "form",
      { className: "fields", onsubmit: join },
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
  const form = h("form", { className: "fields", onsubmit: save }, particulars(till.member), dialogFoot(words.save));
  openDialog("profile", till.member.name || words.member, form);
}

async function openHistory() {
  try {
    const account = await call("GET", `/v1/members/${encodeURIComponent(till.member.member)}/account`);
    const row = (entry) =>
      h("li", {}, h("span", {}, entry.text), h("small", { className: "rule" }, entry.rule), h("span", { className: "number" }, whole(entry.points)));
    openDialog(
      "history",
      words.history,
      h("ol", { className: "history" }, account.entries.toReversed().map(row)),
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
  const units = { type: "text", inputMode: "numeric", className: "number", "aria-label": words.unitsBack, placeholder: localDigits("0") };
  const line = (one) =>
    h(
      "li",
      {},
      h("bdi", { className: "number" }, one.id),
      h("span", { className: "number" }, `${whole(one.quantity)} · ${money(one.net)}`),
      h("input", { name: "back-" + one.id, ...units }),
    );
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
cardDesk.show = (title, ...body) => openDialog("card", title, ...body);
cardDesk.foot = () => {
  const isLast = cardDesk.job && isJobOver() && !may("hand_over");
  return h("button", { className: "button" + (isLast ? " button-primary" : ""), type: "button", onclick: closeDialog }, words.close);
};
startTicket(null);
listen((name, value) => {
  if (name === "card") heardOfCard(value);
  if (name === "device" && isCardDeskOpen()) heardOfDevice();
  if (name === "card_job" && isCardDeskOpen()) heardOfCardJob(value);
});
