"""Odoo's point of sale at the running service: the calls of its front end (Odoo 17 and 18), from a real page of another origin."""

import http.client
import http.server
import tempfile
import threading

from browser import Browser
from service import Service

# A page of the shop's Odoo. Its calls are made as hardware_proxy_service.js, barcode_reader_service.js and iot_longpolling.js make them.
PAGE = """<!doctype html><title>point of sale</title><script>
let calls = 0;
const rpc = async (url, params) => (await (await fetch(url, {
    method: "POST", headers: {"Content-Type": "application/json"},
    body: JSON.stringify({id: calls++, jsonrpc: "2.0", method: "call", params}),
})).json());
const poll = async (url, listener) => (await (await fetch(url, {
    method: "POST", headers: {"Content-Type": "application/json;charset=utf-8"}, body: JSON.stringify({params: {listener}}),
})).json());
const listener = (last_event, ...devices) => ({
    last_event, session_id: "3b9f", abortController: null,
    devices: Object.fromEntries(devices.map((one) => [one, {listener_id: "barcode", device_identifier: one}])),
});
</script>"""


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_):
        pass


def shop():
    """The shop's Odoo, on an origin of its own."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Odoo:
    def __init__(self, service, driver):
        self.service, self.driver = service, driver
        driver.set_script_timeout(60)

    def run(self, expression):
        """What an expression of the page comes to, or what it throws."""
        done = self.driver.execute_async_script(
            f"const done = arguments[0]; (async () => {expression})().then((value) => done({{value}}), (error) => done({{error: String(error)}}))")
        return done

    def rpc(self, path, params="{}"):
        answer = self.run(f"rpc('{self.service.root}{path}', {params})")
        assert "error" not in answer, answer
        return answer["value"]

    def begin(self, expression):
        """Begins a call that waits; `end` waits for its answer."""
        self.driver.execute_script(f"window.begun = {expression};")

    def end(self):
        return self.run("begun")["value"]


def the_proxy_is_found(odoo, service):
    assert odoo.run(f"(await fetch('{service.root}/hw_proxy/hello')).text()") == {"value": "ping"}
    assert odoo.rpc("/hw_proxy/handshake")["result"] is True
    status = odoo.rpc("/hw_proxy/status_json")
    assert status["result"]["scanner"]["status"] == "connected" and status["result"]["scanner"]["messages"], status
    assert status["result"]["printer"]["status"] == "disconnected" and status["jsonrpc"] == "2.0" and status["id"] == 1


def a_swiped_card_is_a_customers_barcode(odoo, service):
    card = service.cards("A")[0]["card"]
    odoo.begin(f"rpc('{service.root}/hw_proxy/scanner', {{}})")
    service.hands("swipe", member="A", card=card)
    assert odoo.end()["result"] == "042A"
    # Between two calls a scan is kept, and told once.
    service.hands("scan", member="A", card=card)
    assert odoo.rpc("/hw_proxy/scanner")["result"] == "042A"


def the_long_poll_tells_each_scan_once(odoo, service):
    card = service.cards("A")[0]["card"]
    scanner = next(device["device"] for device in service.get("/v1/devices")["devices"] if device["kind"] == "scanner")
    url = f"{service.root}/hw_drivers/event"
    seen = odoo.run(f"poll('{url}', listener(0, 'scanner'))")["value"]["result"]["time"]
    odoo.begin(f"poll('{url}', listener({seen}, '{scanner}', 'scale'))")
    service.hands("swipe", member="A", card=card)
    service.hands("scan", member="A", card=card)
    event = odoo.end()["result"]
    assert event["value"] == "042A" and event["device_identifier"] == scanner and event["session_id"] == "3b9f" and event["time"] > seen, event


def nothing_leaves_of_a_payment_card(odoo, service):
    url = f"{service.root}/hw_drivers/event"
    service.hands("swipe", member="C", card=service.cards("C")[0]["card"])
    seen, value = 0, None
    while value != "042C":
        event = odoo.run(f"poll('{url}', listener({seen}, 'scanner'))")["value"]["result"]
        seen, value = event["time"], event["value"]
    odoo.begin(f"poll('{url}', listener({seen}, 'scanner'))")
    service.hands("swipe_payment_card")
    service.hands("swipe_torn")
    service.hands("swipe", member="B", card=service.cards("B")[0]["card"])
    assert odoo.end()["result"]["value"] == "042B", "something was told before the member's card"


def receipts_are_refused(odoo, _service):
    answer = odoo.rpc("/hw_proxy/default_printer_action", "{data: {action: 'print_receipt', receipt: 'AAAA'}}")
    assert answer["error"]["code"] == 200 and answer["error"]["data"]["name"] == "printer_missing" and answer["error"]["message"], answer


def other_pages_hear_nothing(odoo, service):
    odoo.driver.get(odoo.driver.current_url.replace("127.0.0.1", "localhost"))
    for expression in [f"(await fetch('{service.root}/hw_proxy/hello')).text()", f"rpc('{service.root}/hw_proxy/scanner', {{}})"]:
        assert "error" in odoo.run(expression), "a page of another origin was answered"


def a_preflight(service, origin):
    """What a browser asks before it sends JSON to another origin and to this computer's own network."""
    host = service.root.removeprefix("http://")
    connection = http.client.HTTPConnection(host)
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type",
             "Access-Control-Request-Private-Network": "true"}
    connection.request("OPTIONS", "/hw_drivers/event", headers=asked)
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.headers


def run(binary):
    server = shop()
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    with Service(binary, "km", None, "--odoo-origin", origin) as service, tempfile.TemporaryDirectory() as artefacts:
        for number, member in enumerate("ABC", start=1):
            service.join(member, "S. R.", phone=f"0912000000{number}")
        status, headers = a_preflight(service, origin)
        assert status == 204 and headers["Access-Control-Allow-Origin"] == origin and headers["Access-Control-Allow-Private-Network"] == "true"
        assert a_preflight(service, "https://elsewhere.example")[0] == 403
        with Browser(service, artefacts) as browser:
            odoo = Odoo(service, browser.driver)
            browser.driver.get(origin)
            for test in [the_proxy_is_found, a_swiped_card_is_a_customers_barcode, the_long_poll_tells_each_scan_once,
                         nothing_leaves_of_a_payment_card, receipts_are_refused, other_pages_hear_nothing]:
                print("odoo:", test.__name__.replace("_", " "))
                test(odoo, service)
    server.shutdown()
