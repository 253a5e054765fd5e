"use strict";
// Every device of this computer: what it is, where it works, how it stands, and the way out.

const places = { till: words.till, desk: words.cardDesk, kiosk: words.kiosk };
const fact = (label, value) => value && h("div", {}, h("dt", {}, label), h("dd", {}, h("bdi", {}, value)));

function copying(command) {
  return h("pre", { className: "command", dir: "ltr", tabIndex: 0 }, command);
}

const card = (device) =>
  h(
    "li",
    { className: "plugged plugged-" + device.condition },
    h("h2", {}, h("bdi", {}, device.model), h("span", { className: "chip" }, deviceNames[device.kind])),
    h("p", { className: "device device-" + device.condition }, h("span", { className: "dot", "aria-hidden": "true" }), device.text),
    device.commands.map(copying),
    h(
      "dl",
      { className: "facts" },
      fact(words.deviceID, device.device),
      fact(words.workplace, device.role ? places[device.role] : words.everywhere),
      fact(words.usbNumber, device.usb),
      fact(words.socket, device.port),
      fact(words.dataSheet, device.sheet),
    ),
  );

async function refresh() {
  const answer = await call("GET", "/v1/devices").catch((trouble) => (complain(trouble), null));
  if (!answer) return;
  $("plugged").replaceChildren(...answer.devices.map(card));
  $("none").hidden = answer.devices.length > 0;
  $("others").replaceChildren(
    ...answer.others.map((other) => h("li", {}, h("bdi", {}, other.name || other.usb), " ", h("small", {}, h("bdi", {}, `${other.usb} · ${other.port}`)))),
  );
  $("others-section").hidden = answer.others.length === 0;
}

listen((name) => {
  if (name === "device") refresh();
});
refresh();
