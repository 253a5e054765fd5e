"use strict";
// The card desk: old card in, print, read back. It goes on where the job stands, whoever began it.

const dialog = $("dialog");
const quiet = (name, act) => h("button", { className: "button button-quiet", type: "button", onclick: act }, name);

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

const cardDesk = { job: null, isBusy: false, wantsException: false, preview: 0, changed: () => {} };
const jobKinds = { first_issue: words.firstCard, exchange: words.exchangeCard, reissue: words.reissueCard };

/** Opens the member's job, or begins one of this kind. */
async function openCardDesk(member, kind) {
  try {
    const open = await call("GET", "/v1/card-jobs");
    const begun = open.jobs.find((job) => job.member === member);
    cardDesk.job = begun || (await call("POST", "/v1/card-jobs", { member, kind }, key()));
    cardDesk.wantsException = false;
    cardDesk.preview += 1;
    hush();
    showCardDesk();
  } catch (trouble) {
    complain(trouble);
  }
}

const isCardDeskOpen = () => cardDesk.job && $("dialog").open && $("dialog").dataset.for === "card";
const isJobOver = () => ["done", "cancelled"].includes(cardDesk.job.state);

async function step(name, body) {
  if (cardDesk.isBusy) return;
  cardDesk.isBusy = true;
  if (name === "print") cardDesk.job.state = "printing";
  showCardDesk();
  try {
    cardDesk.job = await call("POST", `/v1/card-jobs/${encodeURIComponent(cardDesk.job.job)}/${name}`, body);
    hush();
  } catch (trouble) {
    complain(trouble);
    cardDesk.job = await call("GET", "/v1/card-jobs/" + encodeURIComponent(cardDesk.job.job)).catch(() => cardDesk.job);
  }
  cardDesk.isBusy = false;
  showCardDesk();
  if (isJobOver()) cardDesk.changed();
}

/** A card that was read while the desk is open belongs to the step that waits for one. */
function takeCardAtDesk(value, entry) {
  if (cardDesk.job.state === "awaiting_old_card") step("old-card", { value, entry });
  else if (["printing", "printed"].includes(cardDesk.job.state)) step("verify", { value, entry });
}

/** Another page may have moved the job. */
async function heardOfCardJob(event) {
  if (!isCardDeskOpen() || cardDesk.isBusy || event.job !== cardDesk.job.job) return;
  const job = await call("GET", "/v1/card-jobs/" + encodeURIComponent(event.job)).catch(() => cardDesk.job);
  if (cardDesk.isBusy || job.state === cardDesk.job.state) return;
  cardDesk.job = job;
  showCardDesk();
}

/** The printer's line alone: what somebody is typing stays. */
const heardOfDevice = () => dialog.querySelector(".printer-line")?.replaceWith(printerLine());

function typedCard() {
  const label = words.typeCardNumber;
  const field = h("input", { type: "text", inputMode: "numeric", autocomplete: "off", className: "number", "aria-label": label, placeholder: label });
  const take = (event) => {
    event.preventDefault();
    if (field.value.trim()) takeCardAtDesk(field.value, "keyed");
  };
  return h("form", { className: "row", onsubmit: take }, field, h("button", { className: "button" }, words.confirm));
}

function exceptionForm() {
  const reasons = { lost: words.lost, damaged: words.damaged, never_issued: words.neverIssued };
  const reason = h("select", {}, Object.entries(reasons).map(([value, name]) => h("option", { value }, name)));
  const allowed = h("input", { type: "text", required: true, autocomplete: "off" });
  const go = (event) => {
    event.preventDefault();
    step("old-card", { exception: reason.value, allowed_by: allowed.value });
  };
  return h(
    "form",
    { className: "fields", onsubmit: go },
    h("label", {}, words.reason, reason),
    h("label", {}, words.allowedBy, allowed),
    h("button", { className: "button" }, words.confirm),
  );
}

function wantException() {
  cardDesk.wantsException = true;
  showCardDesk();
}

function printerLine() {
  const printer = [...devices.values()].find((device) => device.kind === "printer" && device.condition !== "gone");
  const text = cardDesk.job.trouble ? conditions[cardDesk.job.trouble] || cardDesk.job.trouble : printer ? printer.text : words.printerGone;
  const condition = cardDesk.job.trouble ? "trouble" : printer ? printer.condition : "gone";
  return h("p", { className: "printer-line device device-" + condition }, h("span", { className: "dot", "aria-hidden": "true" }), words.printer + ": " + text);
}

const previewPicture = () =>
  h("img", { className: "card-preview", alt: words.preview, src: `/v1/card-jobs/${encodeURIComponent(cardDesk.job.job)}/preview.png?${cardDesk.preview}` });

function stepBody(state) {
  switch (state) {
    case "awaiting_old_card":
      return [
        h("p", { className: "prompt" }, words.swipeOrScan, h("bdi", { className: "number" }, localDigits(cardDesk.job.old_card || ""))),
        typedCard(),
        cardDesk.wantsException
          ? exceptionForm()
          : h("button", { className: "button button-quiet", type: "button", onclick: wantException }, words.withoutOldCard),
      ];
    case "ready_to_print":
      return [
        previewPicture(),
        printerLine(),
        h("button", { className: "button button-primary", type: "button", id: "print", onclick: () => step("print") }, words.printCard),
      ];
    case "printing":
      return [previewPicture(), printerLine(), cardDesk.isBusy ? h("p", { className: "prompt busy" }, words.printing) : [readBack(), printAgain()]];
    case "printed":
      return [previewPicture(), printerLine(), readBack(), printAgain()];
    case "done":
      return [h("p", { className: "prompt good" }, words.done, h("bdi", { className: "number" }, localDigits(cardDesk.job.new_card)))];
    default:
      return [h("p", { className: "prompt" }, words.cancelled), h("p", {}, words.nothingLost)];
  }
}

const readBack = () => [h("p", { className: "prompt" }, words.readBackAdvice), typedCard()];
const printAgain = () => h("button", { className: "button button-quiet", type: "button", onclick: () => step("print") }, words.printAgain);

function showCardDesk() {
  const { job } = cardDesk;
  const steps = [
    job.kind === "first_issue" ? null : ["awaiting_old_card", words.oldCardIn],
    ["ready_to_print", words.printCard],
    ["printed", words.readBack],
    ["done", words.done],
  ].filter(Boolean);
  const standing = job.state === "printing" ? (cardDesk.isBusy ? "ready_to_print" : "printed") : job.state;
  const now = steps.findIndex(([state]) => state === standing);
  openDialog(
    "card",
    jobKinds[job.kind],
    h("p", { className: "dialog-who" }, h("strong", {}, h("bdi", {}, job.name || job.member)), h("span", { className: "tier" }, job.tier.name)),
    job.state === "cancelled"
      ? null
      : h(
          "ol",
          { className: "steps" },
          steps.map(([, name], index) =>
            h("li", { className: index < now || job.state === "done" ? "past" : index === now ? "now" : "" }, name),
          ),
        ),
    h("div", { className: "step-body" }, stepBody(job.state)),
    h(
      "div",
      { className: "dialog-foot" },
      isJobOver() || cardDesk.isBusy ? null : quiet(words.cancel, () => step("cancel")),
      h("button", { className: "button" + (isJobOver() ? " button-primary" : ""), type: "button", onclick: closeDialog }, words.close),
    ),
  );
}
