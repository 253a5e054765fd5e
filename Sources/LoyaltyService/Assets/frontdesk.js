"use strict";
// The front desk: prices, visits, complaints and wishes, passes, pick-ups, telephone numbers, places in the queue. Each where the table has it.

const { desk } = page;
const kindNames = { opinion: words.opinion, suggestion: words.suggestion, complaint: words.complaint, call_back: words.callBack };

const areas = [
  desk.hasPrices && ["prices", words.prices],
  desk.hasVisits && ["visits", words.visits],
  desk.intakes.length && ["words", words.wordsTakenIn],
  desk.hasPasses && ["passes", words.passes],
  desk.hasPickUps && ["pick-ups", words.pickUps],
  desk.hasDirectory && ["directory", words.directory],
  desk.hasQueue && ["queue", words.queue],
].filter(Boolean);

let area = "";
let member = null;
let server = "";

const inArea = (...parts) => $("area").replaceChildren(...parts.flat(Infinity).filter(Boolean));
const needsMember = () => h("p", { className: "note" }, words.swipeFirst);
const list = (rows, none) => (rows.length ? h("ul", { className: "records" }, rows) : h("p", { className: "note" }, none));
const timeOf = (iso) => h("bdi", { className: "number" }, clock.format(new Date(iso)));
const said = (lines) => h("div", { className: "sheet say" }, lines.map((line) => h("p", {}, line)));

/** Asks, and shows the answer only while its area is open. */
async function ask(path, name, act) {
  try {
    const answer = await call("GET", path);
    if (area === name) act(answer);
  } catch (trouble) {
    complain(trouble);
  }
}

// Prices.

function showPrices() {
  let asked = 0;
  const search = async () => {
    const mine = ++asked;
    await ask("/v1/prices?q=" + encodeURIComponent(question.value.trim()), "prices", (found) => {
      if (mine !== asked) return;
      results.replaceChildren(...found.items.map(priceRow), ...found.say.map((line) => h("li", { className: "record" }, line)));
    });
  };
  const question = h("input", { type: "search", autocomplete: "off", oninput: search, id: "question" });
  const results = h("ul", { className: "records", "aria-live": "polite" });
  inArea(h("label", {}, words.priceQuestion, question), results);
  question.focus();
  search();
}

function priceRow(one) {
  const price = one.from == null ? "–" : one.from === one.to ? money(one.from) : `${money(one.from)} – ${money(one.to)}`;
  return h(
    "li",
    { className: "record" },
    h(
      "div",
      { className: "record-head" },
      h("strong", {}, one.name),
      one.pause && h("span", { className: "chip chip-warning" }, words.pausedNow, one.pause.back ? `${between}${words.backOn} ${day(one.pause.back)}` : ""),
      h("span", { className: "number record-figure" }, price),
    ),
    one.say.map((line) => h("p", {}, line)),
  );
}

// Visits.

function showVisits() {
  ask("/v1/visits", "visits", (log) => {
    const take = (event) => {
      server = event.target.value;
    };
    const logNow = async () => {
      const visit = await call("POST", "/v1/visits", { member: member.member, staff: server.trim() || undefined, register: "desk" }, key());
      if (visit.slip) showSignature(visit);
      dismiss();
      showVisits();
    };
    const staff = textField("staff", words.servedBy, { value: server, oninput: take, maxLength: 120, list: "staff-names" });
    const count = (one) =>
      h(
        "li",
        { className: "record record-head" },
        h("strong", {}, h("bdi", {}, one.staff)),
        h("span", {}, `${words.membersServed}: ${whole(one.members)}`, one.minimum == null ? "" : ` (${words.atLeast} ${whole(one.minimum)})`),
        one.minimum == null ? null : h("progress", { max: one.minimum, value: Math.min(one.members, one.minimum), "aria-label": one.staff }),
      );
    const visit = (one) =>
      h("li", { className: "record record-head" }, timeOf(one.at), h("strong", {}, h("bdi", {}, one.name || one.member)), h("span", {}, h("bdi", {}, one.staff || "")));
    inArea(
      member
        ? sentForm([personLine(member), staff], h("div", { className: "row" }, h("button", { className: "button button-primary" }, words.logVisit)), logNow)
        : [needsMember(), h("div", { className: "fields" }, staff)],
      h("datalist", { id: "staff-names" }, log.staff.map((one) => h("option", { value: one.staff }))),
      log.staff.length ? h("ul", { className: "records" }, log.staff.map(count)) : null,
      h("h2", {}, words.todaysVisits),
      list(log.visits.toReversed().map(visit), words.noVisits),
    );
    if (member) $("area").querySelector("input").focus();
  });
}

/** The lines of the slip that the member signs. */
const showSignature = (visit) =>
  openDialog("slip", words.logVisit, h("div", { className: "paper-slip" }, visit.slip.map((line) => h("p", { dir: "auto" }, line))), closingFoot(button(words.printSlip, () => printSlip({ kind: "visit", visit: visit.visit }))));

// Complaints, suggestions, opinions, calls to make.

/** What was taken in last: what its caller is told stays while the area does, whatever others take in meanwhile. */
let taken = null;

function showWords() {
  ask("/v1/feedback", "words", ({ feedback }) => {
    inArea(
      taken && said(taken.say),
      h("div", { className: "row" }, desk.intakes.map((kind) => button(kindNames[kind], () => openIntake(kind), kind === "complaint" ? "button-primary" : ""))),
      h("h2", {}, words.waitsForManager),
      list(feedback.map(feedbackRow), words.nothingWaits),
    );
  });
}

function feedbackRow(one) {
  return h(
    "li",
    { className: "record" },
    h(
      "div",
      { className: "record-head" },
      h("span", { className: "chip" + (one.kind === "complaint" ? " chip-warning" : "") }, kindNames[one.kind]),
      h("strong", {}, h("bdi", {}, one.name || one.member || words.visitor)),
      one.contact && h("bdi", { className: "number" }, localDigits(one.contact)),
      one.due_at && h("span", { className: one.overdue ? "late" : "" }, `${words.callBackAt} `, h("bdi", {}, when(one.due_at))),
      one.overdue && h("span", { className: "chip chip-bad" }, words.overdue),
      button(words.settle, () => openOutcome(one)),
    ),
    one.rating ? h("p", { "aria-label": `${words.stars}: ${whole(one.rating)}` }, "★".repeat(one.rating)) : null,
    one.essence && h("p", {}, one.essence),
    h("small", {}, h("bdi", {}, when(one.at)), one.staff ? between + one.staff : ""),
  );
}

function openIntake(kind) {
  const once = key();
  const send = async (form) => {
    const { due_day, due_time, rating, ...more } = filled(form);
    const due_at = due_day ? new Date(`${due_day}T${due_time}`).toISOString() : undefined;
    const body = { kind, member: member?.member, rating: rating ? Number(rating) : undefined, due_at, ...more };
    taken = await call("POST", "/v1/feedback", body, once);
    showWords();
  };
  const stars = [["", words.notKnown], ...[1, 2, 3, 4, 5].map((count) => [String(count), whole(count)])];
  const isCall = kind === "call_back";
  const fields = [
    member && personLine(member),
    member ? null : textField("name", words.name, { maxLength: 120 }),
    textField("contact", words.contact, { className: "number", maxLength: 120, required: (isCall || kind === "complaint") && !member }),
    isCall ? h("div", { className: "pair" }, dayField("due_day", words.callBackAt, todayHere(), { required: true }), textField("due_time", words.timeOfDay, { type: "time", required: true })) : null,
    areaField("essence", words.essence, { maxLength: 2000, required: !isCall && kind !== "opinion" }),
    kind === "opinion" ? choiceField("rating", words.stars, stars) : null,
    kind === "complaint" ? textField("ticket", words.ticketNumber, { className: "number" }) : null,
    textField("staff", words.servedBy, { value: server, maxLength: 120 }),
  ];
  formDialog("intake", kindNames[kind], fields, words.takeIn, send);
}

function openOutcome(one) {
  const send = async (form) => {
    const body = { text: form.text.value, by: form.by.value.trim() || undefined };
    if (form.adopted) body.adopted = form.adopted.checked;
    const closed = await call("POST", `/v1/feedback/${encodeURIComponent(one.feedback)}/outcome`, body);
    if (closed.gift) thank(`${words.gifts}: ${closed.gift}`);
    taken = null;
    showWords();
  };
  const fields = [
    h("p", { className: "prompt" }, h("bdi", {}, one.name || one.contact || words.visitor)),
    one.essence && h("p", { className: "note" }, one.essence),
    areaField("text", words.outcome, { required: true, maxLength: 2000 }),
    one.kind === "suggestion" ? tickField("adopted", words.adopted) : null,
    textField("by", words.servedBy, { value: server, maxLength: 120 }),
  ];
  formDialog("outcome", words.settle, fields, words.settle, send);
}

// Certificates and season tickets.

const passStates = { usable: [words.passUsable, "chip-good"], used_up: [words.passUsedUp, ""], ended: [words.passEnded, "chip-bad"] };

function showPasses() {
  if (!member) return inArea(needsMember());
  const holder = member;
  ask("/v1/passes?member=" + encodeURIComponent(holder.member), "passes", ({ passes }) => {
    const use = async (pass) => {
      try {
        await call("POST", `/v1/passes/${encodeURIComponent(pass.pass)}/use`, { staff: server || undefined }, key());
        showPasses();
      } catch (trouble) {
        complain(trouble);
      }
    };
    const row = (pass) =>
      h(
        "li",
        { className: "record record-head" },
        h("strong", {}, h("bdi", {}, pass.name)),
        h("span", { className: "chip " + passStates[pass.state][1] }, passStates[pass.state][0]),
        pass.last_day && h("span", {}, `${words.lastDay}: ${day(pass.last_day)}`),
        h("span", { className: "number record-figure" }, `${words.unitsLeft}: ${whole(pass.left)} / ${whole(pass.units)}`),
        pass.state === "usable" && button(words.usePass, () => use(pass)),
      );
    inArea(h("div", { className: "row" }, button(words.issuePass, () => openPass(holder), "button-primary")), list(passes.map(row), words.noPasses));
  });
}

function openPass(holder) {
  const once = key();
  const send = async (form) => {
    const { units, ...more } = filled(form);
    await call("POST", "/v1/passes", { member: holder.member, units: wholeNumber(units || "1") ?? 0, ...more }, once);
    showPasses();
  };
  const kinds = [["season_ticket", words.seasonTicket], ["certificate", words.certificate]];
  const fields = [
    personLine(holder), choiceField("kind", words.passKind, kinds), textField("name", words.passFor, { required: true, maxLength: 120 }),
    textField("units", words.units, { inputMode: "numeric", className: "number", value: localDigits("1") }),
    dayField("last_day", words.lastDay),
  ];
  formDialog("pass", words.issuePass, fields, words.issuePass, send);
}

// What is booked.

function showPickUps() {
  ask("/v1/pick-ups" + (member ? "?member=" + encodeURIComponent(member.member) : ""), "pick-ups", ({ pick_ups }) => {
    const give = async (one) => {
      try {
        await call("POST", `/v1/pick-ups/${encodeURIComponent(one.pick_up)}/hand-over`, { register: "desk" });
        showPickUps();
      } catch (trouble) {
        complain(trouble);
      }
    };
    const row = (one) =>
      h(
        "li",
        { className: "record record-head" },
        h("strong", {}, h("bdi", {}, one.what), " × ", whole(one.quantity)),
        h("bdi", { className: "number" }, one.member),
        h("small", {}, h("bdi", {}, when(one.at))),
        button(words.handItOver, () => give(one), "button-primary"),
      );
    inArea(
      member ? h("div", { className: "row" }, button(words.book, openBooking)) : needsMember(),
      list(pick_ups.map(row), words.nothingWaits),
    );
  });
}

function openBooking() {
  const once = key();
  const holder = member;
  const send = async (form) => {
    const quantity = wholeNumber(form.quantity.value) ?? 0;
    await call("POST", "/v1/pick-ups", { member: holder.member, what: form.what.value, quantity, register: "desk" }, once);
    showPickUps();
  };
  const fields = [
    personLine(holder), textField("what", words.whatIsBooked, { required: true, maxLength: 120 }),
    textField("quantity", words.quantity, { inputMode: "numeric", className: "number", value: localDigits("1") }),
  ];
  formDialog("booking", words.book, fields, words.book, send);
}

// Telephone numbers: those that stay inside are marked.

function showDirectory() {
  const search = () =>
    ask("/v1/directory?for=staff&q=" + encodeURIComponent(topic.value.trim()), "directory", ({ entries }) => results.replaceChildren(...entries.map(row)));
  const row = (one) =>
    h(
      "li",
      { className: "record record-head" + (one.internal ? " record-internal" : "") },
      h("strong", {}, one.topic),
      h("span", { className: "chip " + (one.internal ? "chip-bad" : "chip-good") }, one.internal ? words.internalOnly : words.publicNumber),
      h("bdi", { className: "number record-figure" }, localDigits(one.phone)),
    );
  const topic = h("input", { type: "search", autocomplete: "off", oninput: search });
  const results = h("ul", { className: "records" });
  inArea(h("label", {}, words.topic, topic), results);
  search();
}

// A place in the queue; who goes first has it on the slip.

function showQueue() {
  const print = async (form) => {
    const number = wholeNumber(form.number.value) ?? 0;
    await call("POST", "/v1/slips", { kind: "queue", number, member: member?.member, at: "desk" });
    thank(words.sentToPrinter);
    form.number.value = localDigits(String(number + 1));
  };
  const field = textField("number", words.queuePlace, { inputMode: "numeric", className: "number", required: true });
  inArea(
    sentForm([member ? personLine(member) : null, field], h("div", { className: "row" }, h("button", { className: "button button-primary" }, words.printPlace)), print),
  );
}

// Who stands here, and which area is open.

const shows = {
  prices: showPrices, visits: showVisits, words: showWords, passes: showPasses, "pick-ups": showPickUps, directory: showDirectory,
  queue: showQueue,
};

function choose(name) {
  area = name;
  history.replaceState(null, "", "#" + name);
  taken = null;
  tabs($("areas"), areas, area, choose);
  shows[area]();
}

function serve(found) {
  hush();
  member = found;
  const said = member.tasks.filter((task) => ["priority", "pick_up"].includes(task.kind));
  $("person").hidden = false;
  $("person").replaceChildren(
    personLine(member),
    ...(member.first_visit ? [h("p", {}, h("span", { className: "chip chip-good" }, words.firstVisit))] : []),
    ...said.map((task) => h("p", { className: "prompt" }, task.text)),
    h("div", { className: "row" }, quiet(words.close, () => (dismiss(), shows[area]?.()))),
  );
  const waits = member.tasks.some((task) => task.kind === "pick_up") && desk.hasPickUps;
  if (waits && area !== "pick-ups") choose("pick-ups");
  else shows[area]?.();
}

function dismiss() {
  member = null;
  $("person").hidden = true;
}

findMembers(serve);
const wanted = location.hash.slice(1);
if (areas.length) choose(areas.some(([name]) => name === wanted) ? wanted : areas[0][0]);
else inArea(h("p", { className: "note" }, words.nothingWaits));
listen((name, value) => {
  if (name === "card" && value.status !== "member") complain(value.trouble);
  if (name === "card" && value.status === "member" && !dialog.open) serve(value.member);
  const changes = { visit: "visits", feedback: "words", pick_up: "pick-ups", pass: "passes" };
  const isTyping = $("area").querySelector("form")?.contains(document.activeElement);
  if (name === "desk" && changes[value.kind] === area && !isTyping) shows[area]();
  if (name === "open" && area && !["prices", "directory", "queue"].includes(area) && !isTyping) shows[area]();
});
