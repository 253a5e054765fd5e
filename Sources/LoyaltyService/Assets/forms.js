"use strict";
// Dialogs and fields, as till, benefit desk and front desk have them.

const dialog = $("dialog");

function openDialog(kind, title, ...body) {
  const isNew = dialog.dataset.for !== kind || !dialog.open;
  dialog.dataset.for = kind;
  // A no has to show above the dialog, and so inside it.
  dialog.replaceChildren(h("h1", { id: "dialog-title" }, title), ...body.flat(Infinity).filter(Boolean), noticeBox);
  if (!dialog.open) dialog.showModal();
  if (isNew) dialog.querySelector("input, select, textarea, .button-primary")?.focus();
}

const closeDialog = () => dialog.close();

dialog.addEventListener("close", () => {
  dialog.dataset.for = "";
  document.body.append(noticeBox);
});

const button = (name, act, more = "") => h("button", { className: "button " + more, type: "button", onclick: act }, name);
const dialogFoot = (name) =>
  h("div", { className: "dialog-foot" }, quiet(words.cancel, closeDialog), h("button", { className: "button button-primary" }, name));
const closingFoot = (...more) => h("div", { className: "dialog-foot" }, more, button(words.close, closeDialog, "button-primary"));

const textField = (name, label, options = {}) => h("label", {}, label, h("input", { type: "text", name, autocomplete: "off", ...options }));
const amountField = (name, label, minor, options = {}) =>
  textField(name, label, { inputMode: "decimal", className: "number", value: minor == null ? "" : amount(minor), ...options });
const dayField = (name, label, iso = "", options = {}) =>
  isIranian
    ? textField(name, label, { className: "number", inputMode: "numeric", placeholder: typedDay(todayHere()), value: iso && typedDay(iso), "data-day": true, ...options })
    : textField(name, label, { type: "date", value: iso, ...options });
const areaField = (name, label, options = {}) => h("label", {}, label, h("textarea", { name, rows: 3, ...options }));
const tickField = (name, label, options = {}) => h("label", { className: "flag" }, h("input", { type: "checkbox", name, ...options }), label);
const choiceField = (name, label, options, more = {}) =>
  h("label", {}, label, h("select", { name, ...more }, options.map(([value, text]) => h("option", { value }, text))));

// Days are typed in the reader's calendar; browsers have a field for the Gregorian one alone.

const isIranian = language === "fa";
const iranianStyle = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { timeZone: "UTC", year: "numeric", month: "2-digit", day: "2-digit" });

function iranianParts(date) {
  const parts = Object.fromEntries(iranianStyle.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.year}/${parts.month}/${parts.day}`;
}

const todayHere = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const typedDay = (iso) => localDigits(iranianParts(new Date(iso + "T00:00Z")));

/** The ISO date of an Iranian one as it is typed; null where the calendar has no such day. */
function isoOfIranian(text) {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})$/.exec(latin(text).trim());
  if (!match) return null;
  const [year, month, dayOfMonth] = match.slice(1).map(Number);
  const wanted = `${year}/${String(month).padStart(2, "0")}/${String(dayOfMonth).padStart(2, "0")}`;
  // The year begins on one of the days around 21 March; its first six months have 31 days.
  const guess = Date.UTC(year + 621, 2, 21) + ((month - 1) * 31 - Math.max(0, month - 7) + dayOfMonth - 1) * 86400000;
  const found = [0, -1, 1, -2, 2].map((shift) => new Date(guess + shift * 86400000)).find((date) => iranianParts(date) === wanted);
  return found ? found.toISOString().slice(0, 10) : null;
}

/** The fields of a form that hold something; days as ISO dates. */
function filled(form) {
  const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  for (const field of form.querySelectorAll("[data-day]")) {
    if (!fields[field.name]) continue;
    fields[field.name] = isoOfIranian(field.value);
    if (fields[field.name]) continue;
    field.select();
    throw { kind: "retry", code: "day", cashier_text: words.date + ": " + field.value };
  }
  return fields;
}

/** An amount typed into a form; undefined where nothing stands. A text that is none is the form's to point at. */
function typedAmount(form, name) {
  const field = form.elements[name];
  if (!field || !field.value.trim()) return undefined;
  const minor = minorUnits(field.value);
  if (minor !== null) return minor;
  field.select();
  throw { kind: "retry", code: "amount", cashier_text: words.amount + ": " + field.value };
}

/** Shows the field that a no is about. */
function pointAt(field) {
  if (!field || !field.matches) return;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/** A form; `act` gets it when it is sent, once at a time. A no leaves what was typed. */
function sentForm(fields, foot, act) {
  let isSending = false;
  const send = async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    for (const field of event.target.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    try {
      await act(event.target);
    } catch (trouble) {
      complain(trouble);
      pointAt(event.target.elements[trouble.field]);
    }
    isSending = false;
  };
  return h("form", { className: "fields", onsubmit: send }, fields, foot);
}

/** The same in a dialog, which closes when it is done. */
function formDialog(kind, title, fields, name, act) {
  const done = async (form) => {
    await act(form);
    closeDialog();
  };
  openDialog(kind, title, sentForm(fields, dialogFoot(name), done));
}

/** Says that something is done, where a no would stand. */
const thank = (text) => notice("done", text);

async function printSlip(slip) {
  try {
    await call("POST", "/v1/slips", { ...slip, at: document.documentElement.dataset.place || "desk" });
    thank(words.sentToPrinter);
  } catch (trouble) {
    complain(trouble);
  }
}

/** Who stands at a desk, in one line. */
const personLine = (member) =>
  h(
    "p",
    { className: "dialog-who" },
    h("strong", {}, h("bdi", {}, member.address || member.name || member.member)),
    h("span", { className: `tier tier-${member.tier.rank}` }, member.tier.name),
  );

/** The field to find a member by, with F2 to it; `found` gets the member. */
function findMembers(found) {
  $("find").addEventListener("submit", async (event) => {
    event.preventDefault();
    const value = $("who").value.trim();
    if (!value) return;
    try {
      found(await lookUp(value));
      $("who").value = "";
      hush();
    } catch (trouble) {
      complain(trouble);
      $("who").select();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F2" || dialog.open) return;
    event.preventDefault();
    $("who").focus();
  });
}

/** Buttons of which one is chosen: lists of a page, or areas. */
function tabs(place, names, chosen, choose) {
  place.replaceChildren(
    ...names.map(([name, label]) =>
      h("button", { className: "button tab", type: "button", "aria-pressed": String(name === chosen), onclick: () => choose(name) }, label),
    ),
  );
}
