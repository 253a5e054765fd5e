"""The service under test: started on a fresh database with virtual devices, asked over HTTP, stopped at the end."""

import json
import os
import signal
import socket
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import uuid


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


PIN = "4951"
# Who works in the shop under test, by role.
STAFF = {"manager": "Olga M.", "cashier": "Karim C.", "card_desk": "Dina D.", "auditor": "Anna A."}


class Service:
    """`more` are further options of `serve`. Staff sign in with PIN; the tests' own calls come with a manager's token."""

    def __init__(self, binary, programme="km", settings=None, *more, staffed=True):
        self.folder = tempfile.TemporaryDirectory()
        self.root = f"http://127.0.0.1:{free_port()}"
        self.binary = binary
        self.database = os.path.join(self.folder.name, "till.sqlite")
        command = [binary, "serve", "--programme", programme, "--database", self.database, "--listen", self.root.removeprefix("http://"),
                   "--virtual-devices", *more]
        if settings:
            command += ["--settings", settings]
        self.command = command
        self.access, self.token = {}, None
        if staffed:
            for role, name in STAFF.items():
                self.access[role] = self.let_in("--role", role, "--name", name, "--pin-from-stdin", pin=PIN)["access"]
            self.token = self.let_in("--role", "manager", "--name", "Tests")["token"]
            self.kiosk_token = self.let_in("--role", "kiosk", "--name", "By the door")["token"]
        # Its own lines go to a file, so that the program may buffer them.
        self.log = open(os.path.join(self.folder.name, "log"), "w+b")
        self.start()

    def let_in(self, *options, pin=None):
        """Lets somebody in over the command line; the answer has a machine's token."""
        command = [self.binary, "access", "add", "--database", self.database, "--json", *options]
        return json.loads(subprocess.run(command, input=pin, capture_output=True, text=True, check=True).stdout)

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=subprocess.STDOUT)

    def lose_power(self):
        """Ends the service in the middle of whatever it does, and starts it again on the same database."""
        self.process.kill()
        self.process.wait()
        self.start()
        self.__enter__()

    def __enter__(self):
        while True:
            if self.process.poll() is not None:
                self.log.seek(0)
                raise SystemExit("the service did not start:\n" + self.log.read().decode())
            try:
                urllib.request.urlopen(self.root + "/v1/health")
                return self
            except (ConnectionError, urllib.error.URLError):
                continue

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        self.log.close()
        self.folder.cleanup()

    def said(self):
        """What the service has written so far."""
        with open(self.log.name) as log:
            return log.read()

    def get(self, path):
        return json.load(urllib.request.urlopen(urllib.request.Request(self.root + path, headers=self.bearer())))

    def bearer(self):
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def post(self, path, body, method="POST"):
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4()), **self.bearer()}
        request = urllib.request.Request(self.root + path, json.dumps(body).encode(), headers, method=method)
        return json.load(urllib.request.urlopen(request))

    def hands(self, do, **more):
        return self.post("/virtual/acts", {"do": do, **more})

    def cards(self, member):
        return [card for card in self.get("/virtual/state")["cards"] if card["member"] == member]

    def car(self, ticket, member=None, price=1_850_000_000):
        line = {"id": "1", "sku": "car", "category": "vehicle", "quantity": 1, "unit_price": price, "flags": ["direct"]}
        return self.post("/v1/sales", {"ticket": ticket, "member": member, "lines": [line]})

    def join(self, member, name, **more):
        self.car(f"T-{member}")
        return self.post("/v1/members", {"member": member, "name": name, "tickets": [f"T-{member}"], **more})
