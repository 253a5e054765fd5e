"use strict";
// What is to be done for a member besides selling: tasks, approval, deposits, fees, gifts, passes; and what a visitor answers.

const memberPath = (more = "") => "/v1/members/" + encodeURIComponent(till.member.member) + more;

// Tasks.

function showTasks() {
  const answer = till.sold || till.quote;
  const all = [...(till.member ? till.member.tasks : []), ...(answer ? answer.tasks : [])];
  const isFirst = (task, index) => all.findIndex((other) => other.kind === task.kind && other.text === task.text) === index;
  const isDue = (task) => !(task.kind === "ask_approval" && till.sold) && !(task.kind === "offer_membership" && till.isOfferOff);
  const rows = all.filter(isFirst).filter(isDue).map((task) => h("li", {}, h("span", {}, task.text), h("span", { className: "row" }, taskActs(task))));
  $("tasks").hidden = !rows.length;
  $("tasks").replaceChildren(h("h2", {}, words.tasks), h("ul", {}, rows));
}

function taskActs(task) {
  if (task.kind === "offer_membership") return offerActs();
  if (!till.member) return null;
  const { member } = till.member;
  const acts = {
    exchange_card: () => button(words.exchangeCard, () => makeCard(member, "exchange")),
    reissue_card: () => button(words.reissueCard, () => makeCard(member, "reissue", { isKnown: true })),
    first_card: () => button(words.firstCard, () => makeCard(member, "first_issue")),
    gift: () => button(words.giveGift, () => openOwedGift(task)),
    pay_fee: () => button(words.payFee, openFee),
    pick_up: () => button(words.handItOver, () => handOver(task.subject)),
    ask_approval: approvalActs,
  };
  return acts[task.kind]?.() || null;
}

// Cards. The card desk's script comes when the first one is to be made.

let cardDeskIsComing;

function cardDeskIsHere() {
  cardDeskIsComing ??= new Promise((done, failed) => {
    document.head.append(h("script", { src: $("people").dataset.cardDesk, onload: done, onerror: () => failed(offline()) }));
  }).then(() => {
    cardDesk.changed = refreshMember;
    cardDesk.show = (title, ...body) => openDialog("card", title, ...body);
    cardDesk.foot = () => {
      const isLast = cardDesk.job && isJobOver() && !may("hand_over");
      return button(words.close, closeDialog, isLast ? "button-primary" : "");
    };
  });
  return cardDeskIsComing;
}

async function makeCard(...wanted) {
  try {
    await cardDeskIsHere();
    await openCardDesk(...wanted);
  } catch (trouble) {
    cardDeskIsComing = null;
    fail(trouble);
  }
}

// A discount that needs approval.

function approvalActs() {
  if (!till.request) return button(words.requestApproval, requestApproval);
  const { state } = till.request;
  const isOpen = ["requested", "under_review"].includes(state);
  return [
    h("strong", { className: "state" }, { requested: words.requested, under_review: words.underReview, approved: words.approved, refused: words.refused }[state]),
    till.request.reason && h("small", {}, till.request.reason),
    isOpen && page.mayDecide ? button(words.approve, () => decide(true)) : null,
    isOpen && page.mayDecide ? button(words.refuse, () => decide(false), "button-quiet") : null,
  ];
}

async function requestApproval() {
  try {
    const wish = { request: "R" + till.ticket.slice(1), member: till.member.member, benefit: till.quote.needs_approval.benefit };
    till.request = await call("POST", "/v1/benefit-requests", wish, key());
  } catch (trouble) {
    fail(trouble);
  }
  showTasks();
}

async function decide(approved) {
  try {
    await call("POST", `/v1/benefit-requests/${encodeURIComponent(till.request.request)}/decision`, { approved });
    await refreshRequest();
  } catch (trouble) {
    fail(trouble);
  }
}

/** Where the request of this ticket stands; an approval is used at once. */
async function refreshRequest() {
  if (!till.request) return;
  const mine = till;
  const request = await call("GET", "/v1/benefit-requests/" + encodeURIComponent(till.request.request)).catch(() => mine.request);
  if (mine !== till) return;
  till.request = request;
  if (request.state === "approved" && !till.approval) {
    till.approval = request.request;
    edited();
    return price();
  }
  showTasks();
}

// A customer without a card.

function offerActs() {
  const put = () => {
    till.isOfferOff = true;
    showTasks();
  };
  const never = async () => {
    try {
      await call("POST", `/v1/visitors/${encodeURIComponent(till.visitor)}/decline`, {});
      put();
    } catch (trouble) {
      fail(trouble);
    }
  };
  return [
    till.sold ? button(words.join, openJoin, "button-primary") : null,
    button(words.notNow, put, "button-quiet"),
    till.visitor ? button(words.neverAskAgain, never, "button-quiet") : null,
  ];
}

// Money, fees, gifts.

/** What was done, in the words of its receipt. */
async function dealt(answer) {
  const line = answer.receipt_line;
  thank(line ? line.text + (answer.paid_through && line.net ? between + money(line.net) : "") : words.done);
  await refreshMember();
  await price();
}

function openDeposit() {
  const once = key();
  const take = async (form) => {
    const body = { member: till.member.member, amount: typedAmount(form, "amount") };
    await dealt(await call("POST", "/v1/stored-value/loads", body, once));
  };
  formDialog("deposit", words.loadDeposit, [personLine(till.member), amountField("amount", words.amount, null, { required: true })], words.confirm, take);
}

function openFee() {
  const once = key();
  const { fee } = club;
  const levels = [["", words.usualLevel + (fee.amount == null ? "" : between + money(fee.amount))]];
  levels.push(...fee.levels.map((level) => [level.id, level.name + between + money(level.amount)]));
  const take = async (form) => {
    await dealt(await call("POST", "/v1/fees", { member: till.member.member, fee: fee.id, ...filled(form) }, once));
  };
  const fields = [
    personLine(till.member),
    fee.levels.length ? choiceField("level", words.level, levels) : h("p", { className: "prompt" }, h("bdi", {}, levels[0][1])),
    fee.mayBeReplaced ? textField("condition", words.conditionMet, { maxLength: 120 }) : null,
  ];
  formDialog("fee", fee.name, fields, words.confirm, take);
}

function openSalesTask() {
  const once = key();
  const take = async (form) => {
    const body = { member: till.member.member, amount: typedAmount(form, "amount"), addendum: form.addendum.value.trim() };
    await dealt(await call("POST", "/v1/sales-tasks", body, once));
  };
  const fields = [
    personLine(till.member), amountField("amount", words.amount, null, { required: true }),
    textField("addendum", words.addendum, { required: true, maxLength: 120 }),
  ];
  formDialog("task", words.raiseTask, fields, words.confirm, take);
}

/** A gift that recruits or an adopted suggestion have earned: what is handed out, its price and its cost. */
function openOwedGift(task) {
  const once = key();
  const limit = task.subject === "recruits" && club.recruitingGiftLimit;
  const take = async (form) => {
    const body = { member: till.member.member, reason: task.subject, price: typedAmount(form, "price"), cost: typedAmount(form, "cost") };
    await dealt(await call("POST", "/v1/gifts", body, once));
  };
  const fields = [
    h("p", {}, task.text),
    limit ? amountField("price", words.shopPrice, null, { placeholder: "≤ " + amount(limit), required: true }) : null,
    amountField("cost", words.cost, null),
  ];
  formDialog("gift", words.giveGift, fields, words.confirm, take);
}

/** The catalogue of gifts for points. */
function openGifts() {
  const once = key();
  const usable = till.member.points - till.member.pending;
  const take = async (gift) => {
    try {
      await dealt(await call("POST", "/v1/gifts", { member: till.member.member, reason: "points", gift: gift.id }, once + gift.id));
      closeDialog();
    } catch (trouble) {
      complain(trouble);
    }
  };
  const row = (gift) => {
    const give = h("button", { className: "button", type: "button", disabled: gift.points > usable, onclick: () => take(gift) }, words.giveGift);
    return h("li", {}, h("span", {}, gift.name), h("span", { className: "number" }, whole(gift.points), " ", words.points), give);
  };
  openDialog("gifts", words.gifts, personLine(till.member), h("ul", { className: "list gifts" }, club.gifts.map(row)), closingFoot());
}

// Certificates and season tickets; what is booked.

const passState = { usable: words.passUsable, used_up: words.passUsedUp, ended: words.passEnded };

function passRow(pass, use) {
  const ends = pass.last_day ? `${words.lastDay}: ${day(pass.last_day)}` : null;
  return h(
    "li",
    {},
    h("span", {}, h("bdi", {}, pass.name), " ", h("small", {}, [passState[pass.state], ends].filter(Boolean).join(between))),
    h("span", { className: "number" }, `${words.unitsLeft}: ${whole(pass.left)}`),
    h("button", { className: "button", type: "button", disabled: pass.state !== "usable", onclick: () => use(pass) }, words.usePass),
  );
}

async function openPasses() {
  const use = async (pass) => {
    try {
      await call("POST", `/v1/passes/${encodeURIComponent(pass.pass)}/use`, { ticket: till.ticket }, key());
      await refreshMember();
      await openPasses();
    } catch (trouble) {
      complain(trouble);
    }
  };
  try {
    const { passes } = await call("GET", "/v1/passes?member=" + encodeURIComponent(till.member.member));
    const list = passes.length ? h("ul", { className: "list gifts" }, passes.map((pass) => passRow(pass, use))) : h("p", { className: "note" }, words.noPasses);
    openDialog("passes", words.passes, personLine(till.member), list, closingFoot());
  } catch (trouble) {
    fail(trouble);
  }
}

async function handOver(pickUp) {
  try {
    await call("POST", `/v1/pick-ups/${encodeURIComponent(pickUp)}/hand-over`, { register: "till" });
    await refreshMember();
  } catch (trouble) {
    fail(trouble);
  }
}

// After the sale: the receipt, and how it was.

function showAfter() {
  const asks = till.sold && club.asksHowItWas && !till.isRated;
  $("after").hidden = !till.sold;
  if (!till.sold) return;
  const rate = async (rating) => {
    try {
      await call("POST", "/v1/feedback", { kind: "opinion", rating, member: till.sold.member, ticket: till.ticket }, key());
      till.isRated = true;
      thank(words.thanksNoted);
      showAfter();
    } catch (trouble) {
      fail(trouble);
    }
  };
  const star = (rating) =>
    h("button", { className: "button button-star", type: "button", "aria-label": `${words.stars}: ${whole(rating)}`, onclick: () => rate(rating) }, "★", h("small", {}, whole(rating)));
  $("after").replaceChildren(
    ...[
      button(words.printReceipt, () => printSlip({ kind: "receipt", ticket: till.ticket })),
      asks && h("div", { className: "rating", role: "group", "aria-label": words.howWasIt }, h("span", {}, words.howWasIt), [1, 2, 3, 4, 5].map(star)),
    ].filter(Boolean),
  );
}
