"use strict";
// What the pages share: words, numbers, calls, live events.

const page = JSON.parse(document.getElementById("script").textContent);
const { conditions, problems } = page.words;
// The kiosk changes its language without a new page.
let { words, numbers, language } = page.words;
const $ = (id) => document.getElementById(id);

/** An element with its attributes and children; texts never become markup. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list" && name !== "form") element[name] = value;
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

const quiet = (name, act) => h("button", { className: "button button-quiet", type: "button", onclick: act }, name);

// Numbers. Digits come in any script and go out in the reader's.

const latin = (text) =>
  text
    .replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
    .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[０-９]/g, (digit) => digit.charCodeAt(0) - 0xff10);
const localDigits = (text) => text.replace(/\d/g, (d) => [...numbers.digits][d]);
const isolated = (text) => (language === "fa" ? "\u2066" + text + "\u2069" : text);

function whole(number) {
  const grouped = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, "\u0000");
  return isolated((number < 0 ? "\u2212" : "") + localDigits(grouped).replaceAll("\u0000", numbers.group));
}

/** An amount in minor units, without its currency: by integers and text alone. */
function amount(minor) {
  const figures = String(Math.abs(minor)).padStart(numbers.decimals + 1, "0");
  const cut = figures.length - numbers.decimals;
  const grouped = localDigits(figures.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, "\u0000")).replaceAll("\u0000", numbers.group);
  return (minor < 0 ? "\u2212" : "") + grouped + (numbers.decimals ? numbers.point + localDigits(figures.slice(cut)) : "");
}

const money = (minor) => numbers.money.replace("#", amount(minor));

/** Minor units from what a person typed; null for anything that is not an amount. */
function minorUnits(text) {
  let plain = latin(text).replace(/[\s\u00a0\u202f'’٬]/g, "").replace("٫", ".");
  if (numbers.point === ",") plain = plain.replace(",", ".");
  plain = plain.replaceAll(",", "");
  const match = /^(\d{1,15})(?:\.(\d*))?$/.exec(plain);
  if (!match || (match[2] || "").length > numbers.decimals) return null;
  const minor = Number(match[1] + (match[2] || "").padEnd(numbers.decimals, "0"));
  return Number.isSafeInteger(minor) && minor <= 1e15 ? minor : null;
}

function wholeNumber(text) {
  const plain = latin(text).trim();
  return /^\d{1,7}$/.test(plain) ? Number(plain) : null;
}

/** Between two short facts; in Persian a middle dot reads as a zero. */
const between = language === "fa" ? " – " : " · ";

// Days and moments, in the reader's calendar.

const locale = language === "en" ? "en-GB" : language;
const momentStyle = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
const dayStyle = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

/** A moment, from its RFC 3339 text. */
const when = (iso) => momentStyle.format(new Date(iso)).replace(",", language === "fa" ? "،" : ",");

/** A day of the club, from its ISO date. */
const day = (iso) => dayStyle.format(new Date(iso + "T00:00Z"));

// Calls. A no comes back as the answer's own words.

const key = () => crypto.randomUUID();

const offline = () => ({ kind: "fault", code: "offline", cashier_text: words.offlineAdvice });

async function call(method, path, body, idempotencyKey) {
  const headers = { "Accept-Language": language };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (idempotencyKey) headers["Idempotency-Key"] = idempotencyKey;
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw offline();
  }
  const answer = await response.json().catch(() => null);
  if (response.status === 401) leave();
  if (!response.ok) throw answer?.cashier_text ? answer : { kind: "fault", code: String(response.status), cashier_text: words.offlineAdvice };
  return answer;
}

// Signing in. The service decides when a page locks, by what the person did last; the page tells it of fingers and keys, and looks after itself.

let isLeaving = false;

function leave() {
  if (isLeaving) return;
  isLeaving = true;
  location.assign("/sign-in?next=" + encodeURIComponent(location.pathname + location.search));
}

/** Milliseconds until the page locks; null where it does not, or the service is away. */
async function untilLock(method, path) {
  const response = await fetch(path, { method, headers: { "Accept-Language": language } }).catch(() => null);
  if (response?.status === 401) leave();
  return response?.ok ? (await response.json()).locks_in : null;
}

function watchTheLock(lockAfter) {
  let told = Date.now();
  const tell = () => {
    if (Date.now() - told < lockAfter / 10) return;
    told = Date.now();
    untilLock("POST", "/session/use");
  };
  for (const happening of ["pointerdown", "keydown"]) addEventListener(happening, tell, { passive: true });
  const look = async () => {
    const left = await untilLock("GET", "/session");
    setTimeout(look, (left ?? lockAfter) + 250);
  };
  setTimeout(look, lockAfter + 250);
}

const lockAfter = Number(document.querySelector(".bar")?.dataset.lock);
if (lockAfter) watchTheLock(lockAfter);

const menu = $("menu");
if (menu) {
  addEventListener("pointerdown", (event) => menu.contains(event.target) || (menu.open = false));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

/** Whether a no says that service or store cannot be reached now. */
const isAway = (trouble) => /^(offline|store_fault|store_full|5\d\d)$/.test(trouble.code);

/** What a person typed: card numbers are longer than telephone numbers of one country. */
function entryOf(value) {
  const digits = latin(value).replace(/\D/g, "");
  return digits.length >= 12 && !latin(value).trim().startsWith("+") ? "keyed" : "phone";
}

/** A member by card number or telephone number. */
const lookUp = (value) => call("POST", "/v1/identify", { value, entry: entryOf(value) });

// A no, in the place where everybody looks, until it is closed or something succeeds.

const noticeBox = $("notice");
let noticeTimer;

function notice(kind, text) {
  clearTimeout(noticeTimer);
  noticeBox.replaceChildren(
    h("strong", {}, words[kind] || ""),
    h("p", {}, text),
    h("button", { className: "button button-quiet", type: "button", onclick: hush }, words.close),
  );
  noticeBox.className = "notice notice-" + kind;
  noticeBox.hidden = false;
  if (kind !== "fault") noticeTimer = setTimeout(hush, kind === "done" ? 6000 : 12000);
}

const complain = (trouble) => {
  if (trouble instanceof Error) throw trouble;
  notice(trouble.kind, trouble.cashier_text);
};

function hush() {
  clearTimeout(noticeTimer);
  noticeBox.hidden = true;
}

// Devices and live events.

const devices = new Map();
const deviceNames = { msr: words.stripeReader, scanner: words.barcodeScanner, printer: words.printer };

const statusLine = (device, text) =>
  h("li", { className: "device device-" + device.condition, title: device.model || "" }, h("span", { className: "dot", "aria-hidden": "true" }), text);

/** The bar names the devices; what one has to say stands in full below it. */
function showDevices() {
  const all = [...devices.values()];
  $("devices").replaceChildren(...all.map((device) => statusLine(device, deviceNames[device.kind])));
  if (!all.length) $("devices").append(statusLine({ condition: "gone" }, words.noDevices));
  $("strip").replaceChildren(
    ...all
      .filter((device) => device.condition !== "ready")
      .map((device) => statusLine(device, `${deviceNames[device.kind]}: ${device.text} ${device.commands.join(" ")}`)),
  );
}

function showLink(isOnline) {
  const link = $("link");
  link.replaceChildren(h("span", {}, isOnline ? words.online : words.offline));
  link.className = "link " + (isOnline ? "link-good" : "link-bad");
}

/** Listens for ever; `heard` gets the event's name and value. */
function listen(heard) {
  const place = document.documentElement.dataset.place;
  const source = new EventSource("/v1/events?language=" + language + (place ? "&at=" + place : ""));
  const hear = (name) => (event) => {
    const value = JSON.parse(event.data);
    if (name === "device") {
      devices.set(value.device, value);
      showDevices();
    }
    heard(name, value);
  };
  for (const name of ["card", "device", "sale", "card_job", "request", "desk"]) source.addEventListener(name, hear(name));
  source.onopen = async () => {
    showLink(true);
    const answer = await call("GET", "/v1/devices").catch(() => ({ devices: [] }));
    devices.clear();
    for (const device of answer.devices) devices.set(device.device, device);
    showDevices();
    heard("open", {});
  };
  source.onerror = () => {
    showLink(false);
    // Refused for good, and not merely cut off: perhaps nobody is signed in any more.
    if (source.readyState === EventSource.CLOSED) untilLock("GET", "/session");
  };
}
