"use strict";
// Who stands at the till: swiped, scanned, typed, or joining now; and what happens when nobody can be asked.

// The store is away: what was typed stays, numbers are kept for later.

let isStoreAway = false;
const kept = [];

function showAway() {
  const again = async (one) => {
    try {
      const member = one.entry ? await call("POST", "/v1/identify", { value: one.value, entry: one.entry }) : await lookUp(one.value);
      forget(one);
      storeIsBack();
      serve(member, one.entry || entryOf(one.value));
    } catch (trouble) {
      fail(trouble);
    }
  };
  const forget = (one) => {
    kept.splice(kept.indexOf(one), 1);
    showAway();
  };
  const row = (one) =>
    h(
      "li",
      {},
      h("bdi", { className: "number" }, one.entry ? words.cardJustRead : localDigits(one.value)),
      h("small", {}, clock.format(one.at)),
      button(words.lookItUp, () => again(one)),
      quiet(words.forgetIt, () => forget(one)),
    );
  $("away").hidden = !isStoreAway && !kept.length;
  $("away").replaceChildren(
    ...[
      isStoreAway && h("p", {}, h("strong", {}, words.offlineAdvice), " ", words.nothingLost, " ", button(words.tryAgain, recover)),
      kept.length && h("p", {}, words.keptNumbers),
      kept.length && h("ul", {}, kept.map(row)),
    ].filter(Boolean),
  );
}

function storeIsBack() {
  if (!isStoreAway) return;
  isStoreAway = false;
  showAway();
}

/** A no: the store that is away has a place of its own, with the number that could not be looked up. */
function fail(trouble, number) {
  if (trouble instanceof Error || !isAway(trouble)) return complain(trouble);
  isStoreAway = true;
  if (number && !kept.some((one) => one.value === number.value)) kept.push({ ...number, at: new Date() });
  showAway();
}

// The member.

async function refreshMember() {
  if (!till.member) return;
  const mine = till;
  const member = await call("GET", memberPath()).catch(() => mine.member);
  if (mine !== till) return;
  till.member = member;
  showPerson();
}

/** Who stands here, and what that changes; the lines stay as they are being typed. */
function showPerson() {
  if (till.member) showMember();
  showQuote();
}

/** `entry` says how the card came in; a sale keeps it. */
function serve(member, entry) {
  hush();
  if (till.sold || till.isUnsure || (till.member && till.member.member !== member.member)) startTicket(member);
  till.member = member;
  till.entry = entry;
  showPerson();
  edited();
}

async function identify(event) {
  event.preventDefault();
  const value = $("who").value.trim();
  if (!value) return;
  try {
    const member = await lookUp(value);
    storeIsBack();
    serve(member, entryOf(value));
  } catch (trouble) {
    fail(trouble, { value });
    if (isAway(trouble)) $("who").value = "";
    else $("who").select();
  }
}

/** A card read while a form is open waits for it to close: what is typed there stays. */
let waitingCard = null;

function heardOfCard(event) {
  if (isCardDeskOpen() && !isJobOver() && event.presented) return takeCardAtDesk(event.presented, event.entry);
  if (event.status !== "member") return fail(event.trouble, event.presented && { value: event.presented, entry: event.entry });
  storeIsBack();
  if (dialog.open && dialog.querySelector("form")) waitingCard = event;
  else {
    if (dialog.open) closeDialog();
    serve(event.member, event.entry);
  }
}

dialog.addEventListener("close", () => {
  const event = waitingCard;
  waitingCard = null;
  if (event && till.member?.member !== event.member.member) serve(event.member, event.entry);
});

function nobody() {
  const label = words.typeCardNumber;
  const visitor = (event) => {
    till.visitor = event.target.value.trim();
    edited();
  };
  return [
    h("div", { className: "swipe", "aria-hidden": "true" }),
    h("h2", {}, words.swipeOrScan),
    h(
      "form",
      { className: "row", onsubmit: identify },
      h("input", { id: "who", type: "text", inputMode: "tel", autocomplete: "off", className: "number", placeholder: label, "aria-label": label }),
      h("button", { className: "button" }, words.search, h("kbd", {}, "F2")),
    ),
    club.hasEligibility
      ? h("label", { className: "visitor" }, words.visitorNumber, h("input", { id: "visitor", type: "text", autocomplete: "off", className: "number", value: till.visitor, disabled: Boolean(till.sold), oninput: visitor }))
      : null,
    quiet(words.newMember, openJoin),
  ];
}

/** What is missing to the next tier, by every way that leads there. */
function wayUp(next) {
  if (!next) return null;
  const ways = [
    next.points > 0 && `${whole(next.points)} ${words.points}`,
    next.recruits > 0 && `${whole(next.recruits)} ${words.recruits}`,
    next.purchases > 0 && money(next.purchases),
  ].filter(Boolean);
  return ways.length ? h("p", { className: "next" }, `${next.tier.name}: `, h("bdi", {}, ways.join(" / "))) : null;
}

function memberFigures(member) {
  const figure = (name, value, kind = "") => h("div", { className: kind }, h("dt", {}, name), h("dd", { className: "number" }, value));
  const small = (name, value, kind = "") => figure(name, value, "small " + kind);
  const loss = member.next_deduction_points ? [whole(member.next_deduction_points), " ", h("small", {}, day(member.next_deduction))] : null;
  return h(
    "dl",
    { className: "figures" },
    club.hasPoints ? figure(words.points, whole(member.points)) : null,
    club.keepsDeposits || member.stored_value ? figure(words.storedMoney, money(member.stored_value)) : null,
    member.waiting ? figure(words.waitingPoints, whole(member.waiting)) : null,
    member.pending ? small(words.pendingPoints, whole(member.pending)) : null,
    member.recruits ? small(words.recruits, whole(member.recruits)) : null,
    loss ? small(words.nextDeduction, loss, "loss") : null,
    member.paid_through ? small(words.paidThrough, day(member.paid_through)) : null,
    small(words.card, h("bdi", {}, member.card ? localDigits(member.card.number) : words.noCard)),
  );
}

/** What the tier gives: all of a few, and the rest of many on demand. */
function benefits(member, rate) {
  const chips = member.benefits.map((one) => h("span", { className: "chip" }, one.name));
  const rest = chips.length > 8 ? chips.splice(5) : [];
  return h(
    "div",
    { className: "benefits" },
    rate ? h("span", { className: "chip chip-good" }, h("bdi", {}, rate)) : null,
    chips,
    rest.length ? h("details", {}, h("summary", { "aria-label": words.benefits }, "+" + whole(rest.length)), rest) : null,
  );
}

function somebody(member) {
  return [
    h(
      "div",
      { className: "who" },
      h("h2", {}, h("bdi", {}, member.address || member.name || member.member)),
      member.first_visit ? h("span", { className: "chip chip-good" }, words.firstVisit) : null,
      h("span", { className: `tier tier-${member.tier.rank}` }, member.tier.name),
      member.tier_reason === "recruits" ? h("small", {}, words.tierByRecruits) : null,
    ),
    memberFigures(member),
    wayUp(member.next_tier),
    benefits(member, club.rates[member.tier.id]),
    h(
      "div",
      { className: "row" },
      quiet(words.forgetMember, () => startTicket(null)),
      quiet(member.profile_complete ? words.profile : words.completeProfile, openProfile),
      quiet(words.history, openHistory),
      club.keepsDeposits ? quiet(words.loadDeposit, openDeposit) : null,
      club.gifts.length ? quiet(words.gifts, openGifts) : null,
      club.hasPasses ? quiet(words.passes, openPasses) : null,
      club.fee ? quiet(club.fee.name, openFee) : null,
      club.fee && member.paid_through ? quiet(words.raiseTask, openSalesTask) : null,
      member.card?.printed ? quiet(words.reissueCard, () => makeCard(member.member, "reissue")) : null,
    ),
  ];
}

function showMember() {
  $("member").hidden = !club.hasMembers;
  $("member").classList.toggle("empty", !till.member);
  $("member").replaceChildren(...(till.member ? somebody(till.member) : nobody()).filter(Boolean));
}

// Joining and particulars.

const occasionNames = { birthday: words.occasionBirthday, festival: words.occasionFestival, news: words.occasionNews };

function particulars(member) {
  const agrees = (occasion) => tickField("agrees-" + occasion, occasionNames[occasion], { checked: Boolean(member?.agrees_to?.includes(occasion)) });
  return [
    textField("name", words.name, { value: (member && member.name) || "", maxLength: 120 }),
    textField("address", words.formOfAddress, { value: (member && member.address) || "", maxLength: 120 }),
    dayField("birthday", words.birthday),
    textField("phone", words.phone, { type: "tel", className: "number" }),
    club.occasions.length ? h("fieldset", {}, h("legend", {}, words.agreesTo), club.occasions.map(agrees)) : null,
  ];
}

/** What a form says of a person; the ticks become the list of messages. */
function person(form) {
  const fields = filled(form);
  for (const name of Object.keys(fields)) if (name.startsWith("agrees-")) delete fields[name];
  if (club.occasions.length) fields.agrees_to = club.occasions.filter((one) => form.elements["agrees-" + one].checked);
  return fields;
}

function openJoin() {
  const joinKey = key();
  const join = async (form) => {
    const body = person(form);
    if (body.recruiter) body.recruiter = (await lookUp(body.recruiter)).member;
    if (body.introduced_by) body.introduced_by = (await lookUp(body.introduced_by)).member;
    if (body.tickets) body.tickets = body.tickets.split(/[\s,،、]+/).filter(Boolean);
    let member;
    try {
      member = await call("POST", "/v1/members", body, joinKey);
    } catch (trouble) {
      if (trouble.code === "not_eligible") form.querySelector(".exception").hidden = false;
      throw trouble;
    }
    lastAnonymous = { ticket: "", visitor: "" };
    waitingCard = null;
    serve(await call("GET", "/v1/members/" + encodeURIComponent(member.member)));
  };
  const another = { className: "number", placeholder: words.typeCardNumber };
  const fields = [
    particulars(null),
    club.hasRecruiting ? textField("recruiter", words.recruitedBy, another) : null,
    club.hasReferral ? textField("introduced_by", words.introducedBy, another) : null,
    textField("tickets", words.earlierTickets, { value: lastAnonymous.ticket, className: "number" }),
    club.hasEligibility ? textField("visitor", words.visitorNumber, { value: till.visitor || lastAnonymous.visitor, className: "number" }) : null,
    h("div", { className: "exception fields", hidden: true }, textField("allowed_by", words.allowedBy), textField("reason", words.reason)),
  ];
  formDialog("join", words.newMember, fields, words.join, join);
}

function openProfile() {
  const save = async (form) => {
    const member = await call("PATCH", memberPath(), person(form));
    waitingCard = null;
    serve(member);
  };
  formDialog("profile", till.member.name || words.member, particulars(till.member), words.save, save);
}

async function openHistory() {
  try {
    const account = await call("GET", memberPath("/account"));
    const row = (entry) =>
      h("li", {}, h("span", {}, entry.text), h("small", { className: "rule" }, entry.rule), h("span", { className: "number" }, entry.amount == null ? whole(entry.points) : money(entry.amount)));
    const coming = (step) => h("li", {}, h("span", {}, day(step.date)), h("span", {}), h("span", { className: "number" }, whole(step.points)));
    openDialog(
      "history",
      words.history,
      h("ol", { className: "history" }, account.entries.toReversed().map(row), account.entries.length ? null : h("li", {}, words.noEntries)),
      account.forecast.length ? [h("h2", {}, words.comingDeductions), h("ol", { className: "history short-list" }, account.forecast.map(coming))] : null,
      closingFoot(button(words.printStatement, () => printSlip({ kind: "statement", member: account.member }))),
    );
  } catch (trouble) {
    fail(trouble);
  }
}

// Beginning, keys, and what the service tells.

$("add-line").addEventListener("click", addLine);
$("articles").replaceChildren(...club.articles.map((one) => h("option", { value: one.name })));
$("pay").addEventListener("click", pay);
for (const id of ["new-ticket", "next-ticket"]) $(id).addEventListener("click", () => startTicket(null));
$("open-return").addEventListener("click", openReturn);
document.addEventListener("keydown", (event) => {
  const act = { F2: () => $("who")?.focus(), F8: pay, F9: () => startTicket(null) }[event.key];
  if (!act || dialog.open) return;
  event.preventDefault();
  act();
});

startTicket(null);
listen((name, value) => {
  if (name === "card") heardOfCard(value);
  if (name === "device" && isCardDeskOpen()) heardOfDevice();
  if (name === "card_job" && isCardDeskOpen()) heardOfCardJob(value);
  // Another till may have served the same member.
  if (name === "sale" && value.ticket !== till.ticket) refreshMember();
  if (name === "desk") refreshMember();
  if (name === "request" && value.request === till.request?.request) refreshRequest();
  if (name === "open") {
    if (isCardDeskOpen()) heardOfCardJob(cardDesk.job);
    recover();
  }
});
