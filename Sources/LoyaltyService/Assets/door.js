"use strict";
// The sign-in page: a pad for fingers, and staff cards swiped at this computer. Without scripts the page works by name and keyboard.

const page = JSON.parse(document.getElementById("script").textContent);
const { words, numbers } = page.words;
const pin = document.getElementById("pin");
const pad = document.getElementById("pad");

/** A key of the pad; its digit is the reader's own, what it types is plain. */
function padKey(name, label, act) {
  const key = document.createElement("button");
  key.type = "button";
  key.className = "pad-key";
  key.textContent = name;
  if (label) key.setAttribute("aria-label", label);
  key.addEventListener("click", () => {
    act();
    pin.focus();
  });
  return key;
}

if (pin) {
  const digits = [...numbers.digits];
  const digit = (value) => padKey(digits[value], "", () => pin.value.length < 8 && (pin.value += value));
  pad.append(
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit),
    padKey("⌫", words.deleteDigit, () => (pin.value = pin.value.slice(0, -1))),
    digit(0),
  );
  pad.hidden = false;
  pin.focus();
}

if (page.listens) {
  document.getElementById("swipe").hidden = false;
  const form = document.getElementById("card-form");
  const cards = new EventSource("/sign-in/cards");
  cards.addEventListener("staff_card", (event) => {
    form.elements.card.value = JSON.parse(event.data).card;
    cards.close();
    form.submit();
  });
  cards.onopen = () => (document.documentElement.dataset.listening = "true");
}
