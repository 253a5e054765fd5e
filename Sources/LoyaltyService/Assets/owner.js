"use strict";
// The owner's page: each report comes when it is ready, one after the other; a table is rehearsed on its own.

/** A piece of the page that the service has written. */
async function piece(path, body) {
  const options = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, "Accept-Language": language } });
  } catch {
    throw { kind: "fault", cashier_text: words.offlineAdvice };
  }
  const text = await response.text();
  if (response.ok) return document.createRange().createContextualFragment(text);
  let trouble;
  try {
    trouble = JSON.parse(text);
  } catch {
    trouble = { kind: "fault", cashier_text: words.offlineAdvice };
  }
  throw trouble;
}

async function load(section) {
  const name = section.dataset.report;
  const days = name === "greetings" ? "" : `&from=${page.from}&to=${page.to}`;
  try {
    section.replaceChildren(await piece(`/owner/reports/${name}?language=${language}${days}`));
    showLink(true);
  } catch (trouble) {
    if (trouble instanceof Error) throw trouble;
    showLink(false);
    section.replaceChildren(h("p", { className: "note" }, trouble.cashier_text), quiet(words.tryAgain, () => load(section)));
  }
  section.removeAttribute("aria-busy");
}

async function loadAll() {
  for (const section of document.querySelectorAll("[data-report]")) await load(section);
}

const form = $("rehearsal");

async function rehearse(event) {
  event.preventDefault();
  $("rehearse").disabled = true;
  $("rehearsed").replaceChildren(h("p", { className: "note busy" }, words.officeLoading));
  try {
    const settings = $("settings").value.trim() ? $("settings").value : undefined;
    $("rehearsed").replaceChildren(await piece(`/owner/rehearsals?language=${language}`, { table: $("table").value, settings }));
    hush();
  } catch (trouble) {
    $("rehearsed").replaceChildren();
    complain(trouble);
  }
  $("rehearse").disabled = false;
}

if (form) {
  form.addEventListener("submit", rehearse);
  for (const input of form.querySelectorAll("[data-into]")) {
    input.addEventListener("change", async () => {
      if (input.files.length) $(input.dataset.into).value = await input.files[0].text();
    });
  }
}
loadAll();
