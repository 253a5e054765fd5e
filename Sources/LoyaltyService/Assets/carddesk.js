"use strict";
// A card job: old card in, print, read back, hand over. It goes on where the job stands, whoever began it. The till shows it in a dialog, the card desk on
// its page: `cardDesk.show` is theirs.

const cardDesk = { job: null, busyWith: "", opened: "", preview: 0, changed: () => {}, show: () => {} };
const jobKinds = { first_issue: words.firstCard, exchange: words.exchangeCard, reissue: words.reissueCard };
const jobStates = {
  awaiting_old_card: words.awaitingOldCard, ready_to_print: words.readyToPrint, printing: words.printing, spoiled: words.spoiled,
  printed: words.printed, done: words.done, cancelled: words.cancelled,
};
const reasons = { damaged: words.damaged, lost: words.lost, printer_fault: words.printerFault, never_issued: words.neverIssued };
const exceptions = { lost: words.lost, damaged: words.damaged, never_issued: words.neverIssued };
const needPermission = ["lost", "never_issued"];

const pathOf = (job, step = "") => `/v1/card-jobs/${encodeURIComponent(job)}${step && "/" + step}`;

/** Opens the member's job, or begins one of this kind; a new card of the same tier needs its reason first. */
async function openCardDesk(member, kind, more = {}) {
  try {
    const open = await call("GET", "/v1/card-jobs");
    const begun = open.jobs.find((job) => job.member === member);
    if (!begun && kind === "reissue" && !more.isKnown && !more.reason) return showReissue(member);
    const { reason, allowed_by } = more;
    showJob(begun || (await call("POST", "/v1/card-jobs", { member, kind, reason, allowed_by }, key())));
  } catch (trouble) {
    complain(trouble);
  }
}

function showJob(job) {
  cardDesk.job = job;
  cardDesk.opened = "";
  cardDesk.preview += 1;
  hush();
  showCardDesk();
}

const isJobOver = () => !cardDesk.job || ["done", "cancelled"].includes(cardDesk.job.state);
const may = (step) => cardDesk.job.next.includes(step);

async function step(name, body) {
  if (cardDesk.busyWith) return;
  cardDesk.busyWith = name;
  if (name === "print") cardDesk.job = { ...cardDesk.job, state: "printing", trouble: undefined, advice: [] };
  showCardDesk();
  const { job } = cardDesk.job;
  try {
    cardDesk.job = await call("POST", pathOf(job, name), body);
    cardDesk.opened = "";
    hush();
  } catch (trouble) {
    cardDesk.job = await call("GET", pathOf(job)).catch(() => cardDesk.job);
    complain(trouble);
  }
  if (name !== "verify") cardDesk.preview += 1;
  cardDesk.busyWith = "";
  showCardDesk();
  if (isJobOver()) cardDesk.changed();
}

/** A card that was read while a job is open belongs to the step that waits for one. */
function takeCardAtDesk(value, entry, more = {}) {
  if (may("old_card")) step("old-card", { value, entry });
  else if (may("verify")) step("verify", { value, entry, ...more });
}

/** Another page may have moved the job. */
async function heardOfCardJob(event) {
  if (!cardDesk.job || cardDesk.busyWith || event.job !== cardDesk.job.job) return;
  const job = await call("GET", pathOf(event.job)).catch(() => cardDesk.job);
  if (cardDesk.busyWith || cardDesk.job?.job !== job.job || JSON.stringify(job) === JSON.stringify(cardDesk.job)) return;
  if (job.new_card !== cardDesk.job.new_card || job.tier.id !== cardDesk.job.tier.id) cardDesk.preview += 1;
  cardDesk.job = job;
  showCardDesk();
}

/** The printer's line alone: what somebody is typing stays. */
const heardOfDevice = () => document.querySelector(".printer-line")?.replaceWith(printerLine());

/** A quiet button that opens a form in its place. */
function opening(name, label, form) {
  if (cardDesk.opened === name) return [h("strong", {}, label), form()];
  const open = () => {
    cardDesk.opened = name;
    showCardDesk();
    document.querySelector(".step-body form input:not([type=hidden]), .step-body form select")?.focus();
  };
  return quiet(label, open);
}

const numberField = () =>
  h("input", {
    type: "text", inputMode: "numeric", autocomplete: "off", className: "number", "aria-label": words.typeCardNumber, placeholder: words.typeCardNumber,
  });
const personField = (required) => h("input", { type: "text", required, autocomplete: "off", maxLength: 120 });
const choice = (names) => h("select", {}, Object.entries(names).map(([value, name]) => h("option", { value }, name)));

function formOf(act, ...fields) {
  const go = (event) => {
    event.preventDefault();
    act();
  };
  return h("form", { className: "fields", onsubmit: go }, ...fields, h("button", { className: "button" }, words.confirm));
}

function typedOldCard() {
  const number = numberField();
  const take = (event) => {
    event.preventDefault();
    if (number.value.trim()) takeCardAtDesk(number.value, "keyed");
  };
  return h("form", { className: "row", onsubmit: take }, number, h("button", { className: "button" }, words.confirm));
}

/** Typing takes the place of reading back only where somebody allows it. */
function typedNewCard() {
  const number = numberField();
  const allowed = personField(true);
  return formOf(() => takeCardAtDesk(number.value, "keyed", { allowed_by: allowed.value }), number, h("label", {}, words.allowedBy, allowed));
}

function exceptionForm() {
  const reason = choice(exceptions);
  const allowed = personField(true);
  const act = () => step("old-card", { exception: reason.value, allowed_by: allowed.value });
  return formOf(act, h("label", {}, words.reason, reason), h("label", {}, words.allowedBy, allowed));
}

function lossForm() {
  const allowed = personField(true);
  return formOf(() => step("old-card", { exception: "lost", allowed_by: allowed.value }), h("label", {}, words.allowedBy, allowed));
}

/** Why a card of the same tier is made; before the job begins. */
function showReissue(member) {
  const reason = choice(reasons);
  const allowed = personField(false);
  const label = h("label", { hidden: true }, words.allowedBy, allowed);
  reason.addEventListener("change", () => {
    allowed.required = needPermission.includes(reason.value);
    label.hidden = !allowed.required;
  });
  const act = () => openCardDesk(member, "reissue", { reason: reason.value, allowed_by: allowed.value.trim() || undefined });
  cardDesk.job = null;
  const form = formOf(act, h("label", {}, words.reason, reason), label);
  cardDesk.show(words.reissueCard, form, h("div", { className: "dialog-foot" }, cardDesk.foot?.()));
}

/** What the printer says now; what it said of the last print only while it says nothing newer. */
function printerLine() {
  const { trouble } = cardDesk.job;
  const printer = [...devices.values()].find((device) => device.kind === "printer" && device.condition !== "gone");
  const isOld = printer && (printer.condition !== "ready" || trouble !== "unconfirmed");
  const text = trouble && !isOld ? conditions[trouble] || trouble : printer ? printer.text : words.printerGone;
  const condition = trouble && !isOld ? "attention" : printer ? printer.condition : "gone";
  return h("p", { className: "printer-line device device-" + condition }, h("span", { className: "dot", "aria-hidden": "true" }), words.printer + ": " + text);
}

const previewPicture = () =>
  h("img", { className: "card-preview", alt: words.preview, src: `${pathOf(cardDesk.job.job, "preview.png")}?${cardDesk.preview}` });

const printNow = () => step("print", {});
const printButton = (name, isMain) =>
  isMain ? h("button", { className: "button button-primary", type: "button", id: "print", onclick: printNow }, name) : quiet(name, printNow);

/** A stripe may be written again; once it is written, that is not the likeliest. */
function stripeActs() {
  const write = () => step("stripe", {});
  if (!cardDesk.job.stripe?.length) return h("button", { className: "button", type: "button", onclick: write }, words.writeStripe);
  return [h("p", { className: "done-already" }, words.stripeWritten), quiet(words.writeStripe, write)];
}

/** What can be done in each state, the likeliest first. */
function acts() {
  const { job } = cardDesk;
  if (cardDesk.busyWith === "print") return [h("p", { className: "prompt busy" }, words.printing)];
  if (cardDesk.busyWith === "stripe") return [h("p", { className: "prompt busy" }, words.drawTwice)];
  return [
    may("old_card") ? typedOldCard() : null,
    may("exception") ? opening("exception", words.withoutOldCard, exceptionForm) : null,
    may("print") && !may("verify") ? printButton(job.prints ? words.printAgain : words.printCard, true) : null,
    may("stripe") && page.writesStripes ? stripeActs() : null,
    may("verify") && may("print") ? printButton(words.printAgain, false) : null,
    may("verify") ? opening("typed", words.typeItAnyway, typedNewCard) : null,
    may("lost") && !may("exception") ? opening("lost", words.reportLost, lossForm) : null,
    may("hand_over")
      ? h("button", { className: "button button-primary", type: "button", onclick: () => step("hand-over", {}) }, words.handOver)
      : null,
  ];
}

const advice = () =>
  h(
    "ol",
    { className: "advice" + (cardDesk.job.state === "done" ? " good" : ""), "aria-label": words.whatToDo },
    cardDesk.job.advice.map((text) => h("li", {}, localDigits(text))),
  );

function feeLine() {
  const { fee } = cardDesk.job;
  if (!fee) return null;
  const why = h("span", {}, fee.text, " ", h("small", { className: "rule", title: words.rule }, fee.rule));
  return h("p", { className: "fee" }, h("strong", {}, words.feeAtTill, " ", h("bdi", {}, money(fee.net))), why);
}

function stepBar() {
  const { job } = cardDesk;
  if (job.state === "cancelled") return null;
  const steps = [
    job.kind === "first_issue" ? null : ["awaiting_old_card", job.exception ? words.withoutOldCard : words.oldCardIn],
    ["ready_to_print", words.printCard],
    ["printed", words.readBack],
    ["done", words.done],
  ].filter(Boolean);
  const place = { printing: cardDesk.busyWith || !may("verify") ? "ready_to_print" : "printed", spoiled: "ready_to_print" }[job.state] || job.state;
  const now = steps.findIndex(([state]) => state === place);
  const mark = (index) => (index < now || job.state === "done" ? "past" : index === now ? "now" : "");
  return h(
    "ol",
    { className: "steps" },
    steps.map(([, name], index) => h("li", { className: mark(index), "aria-current": mark(index) === "now" ? "step" : null }, name)),
  );
}

function showCardDesk() {
  const { job } = cardDesk;
  const showsCard = !["awaiting_old_card", "cancelled"].includes(job.state);
  cardDesk.show(
    jobKinds[job.kind] + (job.reason ? ` (${reasons[job.reason]})` : ""),
    h("p", { className: "dialog-who" }, h("strong", {}, h("bdi", {}, job.name || job.member)), h("span", { className: "tier" }, job.tier.name)),
    stepBar(),
    h(
      "div",
      { className: "step-body" + (showsCard ? "" : " step-narrow") },
      showsCard ? h("div", { className: "card-side" }, previewPicture(), isJobOver() ? null : printerLine()) : null,
      h("div", { className: "step-acts" }, cardDesk.busyWith ? null : advice(), feeLine(), acts()),
    ),
    h("div", { className: "dialog-foot" }, may("cancel") && !cardDesk.busyWith ? quiet(words.cancel, () => step("cancel", {})) : null, cardDesk.foot?.()),
  );
}
