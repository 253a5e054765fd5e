"use strict";
// The benefit desk: what members ask for, what the manager decides, what the customer is told.

const lists = [["open", words.openRequests], ["to_tell", words.toTellRequests], ["told", words.toldRequests]];
const states = { requested: words.requested, under_review: words.underReview, approved: words.approved, refused: words.refused };
const chips = { requested: "", under_review: "chip-warning", approved: "chip-good", refused: "chip-bad" };

let list = "open";
let shown = [];
let next = null;
let asker = null;
let loading = 0;

const requestPath = (request, step = "") => "/v1/benefit-requests/" + encodeURIComponent(request) + (step && "/" + step);

// The lists.

/** Loads as many as are shown, so that a change elsewhere takes nothing away from sight. */
async function load(more = false) {
  const mine = ++loading;
  const query = `?state=${list}&limit=${more ? 20 : Math.max(20, Math.min(200, shown.length))}` + (more && next ? "&after=" + encodeURIComponent(next) : "");
  try {
    const answer = await call("GET", "/v1/benefit-requests" + query);
    if (mine !== loading) return;
    shown = more ? [...shown, ...answer.requests] : answer.requests;
    next = answer.next || null;
  } catch (trouble) {
    complain(trouble);
  }
  showRequests();
}

function choose(name) {
  list = name;
  shown = [];
  load();
}

function showRequests() {
  tabs($("lists"), lists, list, choose);
  $("requests").replaceChildren(...shown.map(requestRow));
  if (!shown.length) $("requests").append(h("li", { className: "note" }, words.noRequests));
  $("more").hidden = !next;
}

const fact = (name, value, kind = "") => (value == null ? null : h("div", { className: kind }, h("dt", {}, name), h("dd", {}, value)));
const yesNo = (value) => (value == null ? null : value ? words.yes : words.no);
const dayOf = (iso) => (iso ? day(iso) : null);
const momentOf = (iso) => (iso ? h("bdi", {}, when(iso)) : null);
const isOver = (iso) => iso && iso < new Date().toISOString().slice(0, 10);

function requestRow(one) {
  const known = one.circumstances || {};
  const isOpen = ["requested", "under_review"].includes(one.state);
  return h(
    "li",
    { className: "request" },
    h(
      "div",
      { className: "request-head" },
      h("strong", {}, h("bdi", {}, one.name || one.member)),
      h("span", {}, one.benefit_name || one.benefit),
      h("span", { className: "chip " + chips[one.state] }, states[one.state]),
    ),
    h(
      "dl",
      { className: "facts" },
      fact(words.askedOn, momentOf(one.at)),
      fact(words.mayAskFrom, dayOf(one.may_ask_from)),
      isOpen ? fact(words.decideBy, dayOf(one.decide_by), isOver(one.decide_by) ? "late" : "") : null,
      fact(words.dueDate, dayOf(known.due_date)),
      fact(words.invitationIssued, yesNo(known.invitation)),
      fact(words.paidInFull, yesNo(known.paid_in_full)),
      fact(words.scheme, known.scheme?.name),
      fact(words.capacityFilled, yesNo(known.scheme?.capacity_filled)),
      fact(words.decidedOn, momentOf(one.decided_at)),
      fact(words.reason, one.reason),
      fact(words.toldOn, momentOf(one.told_at)),
      fact(words.request, h("bdi", { className: "number" }, one.request)),
    ),
    h("div", { className: "row request-acts" }, requestActs(one, isOpen)),
  );
}

function requestActs(one, isOpen) {
  const step = async (name, body = {}) => {
    try {
      await call("POST", requestPath(one.request, name), body);
      hush();
    } catch (trouble) {
      complain(trouble);
    }
    refresh();
  };
  const decide = (approved) => {
    const send = async (form) => {
      await call("POST", requestPath(one.request, "decision"), { approved, ...filled(form) });
      refresh();
    };
    const fields = [
      h("p", { className: "dialog-who" }, h("strong", {}, h("bdi", {}, one.name || one.member)), h("span", {}, one.benefit_name || one.benefit)),
      areaField("reason", words.reason, { required: !approved, maxLength: 500 }),
    ];
    formDialog("decision", approved ? words.approve : words.refuse, fields, approved ? words.approve : words.refuse, send);
  };
  return [
    isOpen && page.mayDecide && one.state === "requested" ? quiet(words.examine, () => step("review")) : null,
    isOpen && page.mayDecide ? [button(words.approve, () => decide(true), "button-primary"), button(words.refuse, () => decide(false))] : null,
    isOpen && !page.mayDecide ? h("span", { className: "note" }, words.managerDecides) : null,
    !isOpen && !one.told_at ? button(words.tellCustomer, () => step("told"), "button-primary") : null,
    quiet(words.printSlip, () => printSlip({ kind: "request", request: one.request })),
  ];
}

function refresh() {
  load();
  if (asker) showAsker(asker);
}

// A member who asks for something.

async function showAsker(member) {
  asker = member;
  const path = "/v1/benefit-requests?limit=20&member=" + encodeURIComponent(member.member);
  const { requests } = await call("GET", path).catch(() => ({ requests: [] }));
  if (asker !== member) return;
  const own = member.benefits.filter((one) => one.on_request);
  $("person").hidden = false;
  $("person").replaceChildren(
    personLine(member),
    h("div", { className: "stack" }, own.map((benefit) => button(benefit.name, () => openRequest(member, benefit)))),
    ...(own.length ? [] : [h("p", { className: "note" }, words.nothingToRequest)]),
    h(
      "ul",
      { className: "small-list" },
      requests.map((one) => h("li", {}, h("span", {}, one.benefit_name || one.benefit), h("span", { className: "chip " + chips[one.state] }, states[one.state]))),
    ),
    h("div", { className: "row" }, quiet(words.close, dismiss)),
  );
}

function dismiss() {
  asker = null;
  $("person").hidden = true;
}

/** What the dealer knows of the purchase; what is not known stays open for the examiner. */
function openRequest(member, benefit) {
  const form = page.benefits.find((one) => one.id === benefit.id) || {};
  const known = [["", words.notKnown], ["yes", words.yes], ["no", words.no]];
  const now = new Date().toISOString().replace(/\D/g, "").slice(2, 14);
  const request = `R${now}-${Math.random().toString(36).slice(2, 6).toUpperCase()}`;
  const once = key();
  const truth = (value) => (value === undefined ? undefined : value === "yes");
  const send = async (sent) => {
    const { due_date, announced_from, announced_through, ...more } = filled(sent);
    const body = {
      request, member: member.member, benefit: benefit.id, due_date, announced_from, announced_through,
      invitation: truth(more.invitation), paid_in_full: truth(more.paid_in_full),
      scheme: more.scheme || more.capacity_filled ? { name: more.scheme, capacity_filled: truth(more.capacity_filled) } : undefined,
    };
    await call("POST", "/v1/benefit-requests", body, once);
    list = "open";
    refresh();
  };
  const fields = [
    personLine(member),
    form.hangsOnDueDate ? dayField("due_date", words.dueDate) : null,
    form.hangsOnDueDate || form.hangsOnPayment ? choiceField("invitation", words.invitationIssued, known) : null,
    form.hangsOnPayment ? choiceField("paid_in_full", words.paidInFull, known) : null,
    form.hangsOnAnnouncement ? dayField("announced_from", words.announcedFrom) : null,
    form.hangsOnAnnouncement ? dayField("announced_through", words.announcedThrough) : null,
    form.hangsOnScheme ? textField("scheme", words.scheme, { maxLength: 120 }) : null,
    form.hangsOnScheme ? choiceField("capacity_filled", words.capacityFilled, known) : null,
  ];
  formDialog("request", benefit.name, fields, words.newRequest, send);
}

// Beginning, and what the service tells.

if (page.contact) {
  $("contact").hidden = false;
  $("contact").append(
    h("span", { className: "chip chip-bad" }, words.internalOnly), words.callInTrouble + ": ", h("bdi", { className: "number" }, localDigits(page.contact)),
  );
}
$("more").addEventListener("click", () => load(true));
findMembers(showAsker);
showRequests();
listen((name, value) => {
  if (name === "card" && value.status !== "member") complain(value.trouble);
  if (name === "card" && value.status === "member" && !dialog.open) {
    hush();
    showAsker(value.member);
  }
  if (name === "request" || name === "open") refresh();
});
