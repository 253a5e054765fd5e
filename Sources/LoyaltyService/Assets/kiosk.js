"use strict";
// The members' own screen: who presents a card sees the own account for a moment, and nobody sees it afterwards. What is private is in `shown` and below
// #account and #pad, and `clear` takes all of it away.

const tongues = new Map(page.tongues.map((tongue) => [tongue.language, tongue]));
const readers = ["msr", "scanner"];
const longest = 24;
const messageSeconds = 8;

let shown = null;
let typed = null;
let turn = 0;
let clearAt = 0;
let hushAt = 0;
let isWarned = false;

// The address keeps nothing of who was here.
history.replaceState(null, "", location.pathname);

// Words.

const plus = (text) => (text.startsWith("\u2066") ? "\u2066+" + text.slice(1) : "+" + text);
const signed = (number) => (number > 0 ? plus(whole(number)) : whole(number));
const signedMoney = (minor) => (minor > 0 ? plus(money(minor)) : money(minor));

function speak(code) {
  const tongue = tongues.get(code);
  ({ words, numbers, language } = tongue);
  document.documentElement.lang = tongue.language;
  document.documentElement.dir = tongue.direction;
  $("club").textContent = tongue.club;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
  for (const tile of document.querySelectorAll(".kiosk-tile")) {
    if (tile.dataset.language === code) tile.setAttribute("aria-current", "true");
    else tile.removeAttribute("aria-current");
  }
  showReaders();
  message();
}

/** A sentence that everybody may read, for some seconds; nothing takes the last one away. */
function message(text, isBad) {
  $("message").textContent = text || "";
  $("message").hidden = !text;
  $("message").className = "kiosk-message" + (isBad ? " kiosk-message-bad" : "");
  hushAt = Date.now() + messageSeconds * 1000;
}

// What stands on the screen.

const isPrivate = () => shown !== null || typed !== null;

function stay() {
  if (isPrivate()) clearAt = Date.now() + page.seconds * 1000;
  isWarned = false;
  tick();
}

/** One of the three: the invitation, the keys for a number, the account. */
function show() {
  $("attract").hidden = isPrivate();
  $("pad").hidden = typed === null;
  $("account").hidden = shown === null;
  $("foot").hidden = !isPrivate();
  $("print").hidden = !shown?.prints_statements;
}

function clear(why, isBad) {
  turn += 1;
  shown = null;
  typed = null;
  $("account").replaceChildren();
  $("pad").replaceChildren();
  $("left").textContent = "";
  show();
  message(why, isBad);
}

/** Time goes by. */
function tick() {
  const now = Date.now();
  if (!$("message").hidden && now >= hushAt) message();
  if (!isPrivate()) return;
  const left = Math.ceil((clearAt - now) / 1000);
  if (left <= 0) return clear(words.kioskCleared);
  $("left").textContent = localDigits(String(left));
  if (left > 5 || isWarned || !$("message").hidden) return;
  isWarned = true;
  message(words.kioskStay);
}

async function open(asked) {
  const mine = ++turn;
  try {
    const account = await asked;
    if (mine !== turn) return;
    typed = null;
    $("pad").replaceChildren();
    shown = account;
    message();
    showAccount();
    show();
    stay();
    $("account").querySelector("h1").focus();
  } catch (trouble) {
    if (mine !== turn) return;
    if (trouble instanceof Error) throw trouble;
    // A number with a slip in it may be put right.
    if (typed === null) clear(trouble.cashier_text, true);
    else message(trouble.cashier_text, true);
    stay();
  }
}

const read = (name) => open(call("GET", "/v1/kiosk/account?presented=" + encodeURIComponent(name)));

// The account.

const benefitLine = (benefit) => h("li", {}, h("bdi", {}, benefit.name), benefit.on_request && h("small", {}, words.kioskOnRequest));

function nextTier(next) {
  if (!next) return h("p", { className: "panel" }, words.kioskTop);
  return h(
    "div",
    { className: "panel" },
    h("h2", {}, words.kioskNextTier, " ", h("bdi", { className: "kiosk-tier" }, next.tier.name)),
    next.progress != null && h("progress", { max: 100, value: next.progress, "aria-label": words.kioskProgress }),
    h("ul", { className: "ways" }, next.ways.map((way) => h("li", {}, way))),
    next.benefits.length > 0 && h("h3", {}, words.kioskGives),
    next.benefits.length > 0 && h("ul", { className: "gains" }, next.benefits.map(benefitLine)),
  );
}

const smallFigure = (label, value) => h("div", {}, h("dt", {}, label), h("dd", {}, value));

function showAccount() {
  const account = shown;
  const others = [
    account.pending > 0 && smallFigure(words.kioskPending, whole(account.pending)),
    account.waiting > 0 && smallFigure(words.waitingPoints, whole(account.waiting)),
    account.stored_value != null && smallFigure(words.storedMoney, money(account.stored_value)),
    account.gifts > 0 && smallFigure(words.giftsOwed, whole(account.gifts)),
    account.paid_through && smallFigure(words.kioskPaidThrough, account.paid_through),
  ];
  $("account").replaceChildren(
    h(
      "div",
      { className: "account-head" },
      h("h1", { tabIndex: -1 }, account.name ? [words.kioskHello, " ", h("bdi", {}, account.name)] : words.kioskYourPoints),
      account.card && h("bdi", { className: "number" }, localDigits(account.card)),
    ),
    h(
      "div",
      { className: "account-sides" },
      h(
        "div",
        { className: "account-side" },
        h(
          "div",
          { className: "panel balance" },
          h("p", {}, words.kioskYourPoints),
          h("p", { className: "balance-points number" }, whole(account.points)),
          h("p", {}, words.kioskYourTier, " ", h("bdi", { className: "kiosk-tier" }, account.tier.name)),
          h("dl", { className: "balance-more" }, others.filter(Boolean)),
        ),
        account.next_deduction && h("p", { className: "panel deduction" }, account.next_deduction.text),
        nextTier(account.next_tier),
      ),
      h(
        "div",
        { className: "account-side" },
        account.benefits.length > 0 &&
          h("div", { className: "panel" }, h("h2", {}, words.kioskYourBenefits), h("ul", { className: "gains" }, account.benefits.map(benefitLine))),
        account.entries.length > 0 &&
          h(
            "div",
            { className: "panel" },
            h("h2", {}, words.kioskLatest),
            h(
              "ol",
              { className: "latest" },
              account.entries.map((entry) =>
                h(
                  "li",
                  {},
                  h("span", {}, h("small", {}, entry.day), h("span", {}, entry.text)),
                  h("strong", { className: "number" }, entry.amount == null ? signed(entry.points) : signedMoney(entry.amount)),
                ),
              ),
            ),
          ),
      ),
    ),
  );
}

async function print() {
  const mine = turn;
  $("print").disabled = true;
  try {
    await call("POST", "/v1/kiosk/statement", { presented: shown.presented });
    if (mine === turn) message(words.kioskPrinted);
  } catch (trouble) {
    if (trouble instanceof Error) throw trouble;
    if (mine === turn) message(trouble.code === "kiosk_busy" || trouble.code === "swipe_again" ? trouble.cashier_text : words.kioskNotPrinted, true);
  }
  $("print").disabled = false;
  stay();
}

// The keys for a number.

function press(digit) {
  if (typed.length < longest) typed += digit;
  showDigits();
}

function erase() {
  typed = typed.slice(0, -1);
  showDigits();
}

const send = () => typed && open(call("POST", "/v1/kiosk/account", { number: typed }));

function showDigits() {
  message();
  $("digits").textContent = localDigits(typed.replace(/(\d{4})(?=\d)/g, "$1\u2009")) || "\u00a0";
  $("send").disabled = !typed;
  stay();
}

function openPad() {
  typed = "";
  const key = (digit) => h("button", { className: "button key", type: "button", onclick: () => press(digit) }, localDigits(digit));
  $("pad").replaceChildren(
    h("h1", { id: "pad-title" }, words.kioskDigits),
    h("output", { id: "digits", className: "digits number", dir: "ltr" }),
    h(
      "div",
      { className: "keys", dir: "ltr" },
      [..."123456789"].map(key),
      h("button", { className: "button key", type: "button", onclick: erase, "aria-label": words.kioskDelete }, "⌫"),
      key("0"),
      h("button", { className: "button button-primary key", id: "send", type: "button", onclick: send, "aria-label": words.kioskShow }, "↵"),
    ),
  );
  show();
  showDigits();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isPrivate()) return clear();
  stay();
  if (typed === null) return;
  if (/^\d$/.test(latin(event.key))) press(latin(event.key));
  else if (event.key === "Backspace") erase();
  else if (event.key === "Enter" && event.target.tagName !== "BUTTON") send();
});
document.addEventListener("pointerdown", stay);

// Devices and cards.

const isHere = (device) => readers.includes(device.kind) && (!device.role || device.role === "kiosk");
const isWell = (device) => device.condition === "ready" || device.condition === "attention";

function showReaders() {
  const isReady = [...devices.values()].some((device) => isHere(device) && isWell(device));
  $("reader-state").textContent = isReady ? "" : words.kioskNoReader;
  $("reader-state").hidden = isReady;
}

function explain(trouble) {
  if (trouble.code === "payment_card_refused" || trouble.code === "licence_refused") return words.kioskPaymentCard;
  return trouble.kind === "retry" ? words.kioskSwipeAgain : words.kioskNotShown;
}

listen((name, value) => {
  if (name === "open") showReaders();
  if (name === "device") {
    showReaders();
    if (isPrivate() && isHere(value) && !isWell(value)) clear(words.kioskReaderGone, true);
  }
  if (name !== "card") return;
  clear();
  if (value.presented) read(value.presented);
  else message(explain(value.trouble), true);
});

$("open-pad").addEventListener("click", openPad);
$("done").addEventListener("click", () => clear());
$("print").addEventListener("click", print);
$("tiles").addEventListener("click", (event) => {
  const tile = event.target.closest("[data-language]");
  if (!tile) return;
  event.preventDefault();
  speak(tile.dataset.language);
});
// A page that is put aside holds nothing when it comes back.
window.addEventListener("pagehide", () => clear());
setInterval(tick, 250);
show();
showReaders();
