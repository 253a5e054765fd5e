"use strict";
// The manager's page of who is let in: the staff card is the next card that this computer's readers read.

let waiting = null;

for (const form of document.querySelectorAll(".card-form")) {
  form.querySelector("button").addEventListener("click", () => {
    if (waiting) waiting.querySelector(".prompt").hidden = true;
    waiting = form;
    form.querySelector(".prompt").hidden = false;
  });
}

listen((name, event) => {
  if (name !== "card" || !waiting || !event.presented) return;
  waiting.elements.card.value = event.presented;
  waiting.submit();
});

const copy = $("copy");
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", () => navigator.clipboard.writeText($("token").textContent));
}
