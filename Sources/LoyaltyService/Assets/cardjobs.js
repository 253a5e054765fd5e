"use strict";
// The card desk's page: the cards in hand, who stands here, and the job that is worked on.

let waiting = [];

function show(title, ...body) {
  const isNew = $("job").dataset.for !== title;
  $("job").dataset.for = title;
  $("job").classList.remove("empty");
  $("job").replaceChildren(h("h1", {}, title), ...body.flat(Infinity).filter(Boolean));
  if (isNew) $("job").querySelector("input, select, .button-primary")?.focus();
  showJobs();
}

/** Nobody and no job: what to do first. */
function rest() {
  cardDesk.job = null;
  $("job").dataset.for = "";
  $("job").classList.add("empty");
  $("job").replaceChildren(h("div", { className: "swipe", "aria-hidden": "true" }), h("h1", {}, words.cardDeskIdle));
  showJobs();
}

function showJobs() {
  $("jobs").replaceChildren(
    ...waiting.map((job) =>
      h(
        "li",
        {},
        h(
          "button",
          { className: "button job-link", type: "button", "aria-current": job.job === cardDesk.job?.job ? "true" : null, onclick: () => showJob(job) },
          h("span", {}, h("strong", {}, h("bdi", {}, job.name || job.member)), h("span", { className: "tier" }, job.tier.name)),
          h("span", {}, jobKinds[job.kind], " · ", jobStates[job.state]),
          h("small", {}, words.since, " ", h("bdi", {}, when(job.changed_at))),
        ),
      ),
    ),
  );
  if (!waiting.length) $("jobs").append(h("li", { className: "note" }, words.noCardJobs));
}

async function refreshJobs() {
  waiting = (await call("GET", "/v1/card-jobs").catch(() => ({ jobs: waiting }))).jobs;
  showJobs();
}

/** Who stands here: the job that is open, or what their card asks for. */
function serve(member) {
  hush();
  const begun = waiting.find((job) => job.member === member.member);
  if (begun) return showJob(begun);
  cardDesk.job = null;
  const kinds = { exchange_card: "exchange", first_card: "first_issue", reissue_card: "reissue" };
  const due = member.tasks.filter((task) => kinds[task.kind]);
  const said = member.tasks.filter((task) => ["tier_fallen", "pay_fee"].includes(task.kind));
  const begin = (kind, isMain, more) => {
    const open = () => openCardDesk(member.member, kind, more);
    return h("button", { className: "button" + (isMain ? " button-primary" : ""), type: "button", onclick: open }, jobKinds[kind]);
  };
  show(
    words.member,
    h("p", { className: "dialog-who" }, h("strong", {}, h("bdi", {}, member.name || member.member)), h("span", { className: "tier" }, member.tier.name)),
    h("p", { className: "note" }, words.card + ": ", h("bdi", {}, member.card ? localDigits(member.card.number) : words.noCard)),
    said.map((task) => h("p", { className: "prompt" }, task.text)),
    due.map((task) => h("p", { className: "prompt" }, task.text)),
    h(
      "div",
      { className: "row" },
      due.map((task) => begin(kinds[task.kind], true, { isKnown: task.kind === "reissue_card" })),
      member.card?.printed ? begin("reissue", false) : null,
    ),
    h("div", { className: "dialog-foot" }, quiet(words.close, rest)),
  );
}

function heardOfCard(event) {
  if (cardDesk.job && !isJobOver() && event.presented) return takeCardAtDesk(event.presented, event.entry);
  if (event.status !== "member") return complain(event.trouble);
  serve(event.member);
}

async function find(event) {
  event.preventDefault();
  const value = $("who").value.trim();
  if (!value) return;
  try {
    serve(await lookUp(value));
    $("who").value = "";
  } catch (trouble) {
    complain(trouble);
    $("who").select();
  }
}

cardDesk.show = show;
cardDesk.foot = () => (isJobOver() ? h("button", { className: "button", type: "button", onclick: rest }, words.close) : quiet(words.back, rest));
$("find").addEventListener("submit", find);
document.addEventListener("keydown", (event) => {
  if (event.key !== "F2") return;
  event.preventDefault();
  $("who").focus();
});
rest();
listen((name, value) => {
  if (name === "card") heardOfCard(value);
  if (name === "device" && cardDesk.job) heardOfDevice();
  if (name === "open" && cardDesk.job) heardOfCardJob(cardDesk.job);
  if (name === "card_job") heardOfCardJob(value);
  if (name === "card_job" || name === "open") refreshJobs();
});
