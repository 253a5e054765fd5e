"""Prints MemberLane's figures beside yardsticks measured in the same run: ratios, never absolute claims.

usage: bench.py MEMBERLANE YARDSTICKS BUSYARDSTICKS
MEMBERLANE_BENCH_REPLAYS: how long the histories are that are replayed, such as "100000 1000000".
Each pair is measured in turns, ROUNDS times; medians are printed with the spread.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import streams

ROUNDS = 3
SECONDS = 4
HERE = Path(__file__).parent

QUOTE = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '%s'
"""

SALE = """
local count, thread = 0, 0
function setup(t) t:set("id", thread); thread = thread + 1 end
request = function()
  count = count + 1
  local body = string.format('{"ticket":"%s-%%d-%%d","member":"M%%d","lines":[%s]}', id, count, count %% %d + 1)
  return wrk.format("POST", "/v1/sales", { ["Authorization"] = wrk.headers["Authorization"], ["Content-Type"] = "application/json", ["Idempotency-Key"] = "%s-" .. id .. "-" .. count }, body)
end
response = function(status) if status ~= 201 then wrk.thread:stop() end end
"""

LINES = ",".join(
    '{"id":"%d","category":"shoes","quantity":1,"unit_price":%d,"cost":100}' % (number, 9900 * number) for number in (1, 2, 3)
)
MEMBERS = 500
LADDERS = 20_000
REPLAYS = [int(count) for count in os.environ.get("MEMBERLANE_BENCH_REPLAYS", "100000 300000").split()]


class Server:
    """A process that listens, told from its first words or its port."""

    def __init__(self, command, wait_for):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = wait_for(self.process)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def announced(process):
    for line in process.stdout:
        found = re.search(r"http://([\d.]+:\d+)/", line)
        if found:
            return found.group(1)
    sys.exit("error: the service did not start")


def answering(port):
    def wait(_):
        for _ in range(200):
            try:
                post(f"127.0.0.1:{port}", "/empty", {})
                return f"127.0.0.1:{port}"
            except OSError:
                time.sleep(0.05)
        sys.exit("error: the empty route did not start")

    return wait


def token(memberlane, database):
    """A token, so that what is measured is what somebody gets who is let in."""
    command = [memberlane, "access", "add", "--role", "manager", "--name", "Bench", "--database", database, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["token"]


def post(address, path, body, key=None, token=None):
    headers = {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key else {}) | ({"Authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(f"http://{address}{path}", data=json.dumps(body).encode(), headers=headers)
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def wrk(address, path, script, connections, token=None):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        bearer = ["-H", f"Authorization: Bearer {token}"] if token else []
        command = ["wrk", *bearer, "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", "-s", file.name, f"http://{address}{path}"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    if failed:
        sys.exit(f"error: {failed.group(1)} of the answers were no success\n{text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    p99 = re.search(r"99%\s+([\d.]+\w+)", text).group(1)
    return rate, p99


def ratios(title, ours, theirs, aim, unit, extra=""):
    pairs = [a / b for a, b in zip(ours, theirs)]
    print(f"{title}")
    print(f"  ours   median {statistics.median(ours):12.2f} {unit}   ({min(ours):.2f} … {max(ours):.2f}) {extra}")
    print(f"  beside median {statistics.median(theirs):12.2f} {unit}   ({min(theirs):.2f} … {max(theirs):.2f})")
    print(f"  ratio  median {statistics.median(pairs):12.2f}   ({min(pairs):.2f} … {max(pairs):.2f}), aim {aim}\n", flush=True)


def enrol_members(address, token):
    for number in range(1, MEMBERS + 1):
        post(address, "/v1/sales", {"ticket": f"T{number}", "lines": [{"id": "1", "category": "shoes", "quantity": 1, "unit_price": 9900}]}, f"s{number}", token)
        post(address, "/v1/members", {"member": f"M{number}", "name": f"A. {number}", "tickets": [f"T{number}"]}, f"m{number}", token)


def seconds(yardsticks, *arguments):
    return float(subprocess.run([yardsticks, *map(str, arguments)], capture_output=True, text=True, check=True).stdout)


def in_process(yardsticks, folder):
    """The checkout path without HTTP, each beside the same yardstick as over HTTP where there is one."""
    sales, commits = [], []
    for turn in range(ROUNDS):
        sales.append(8000 / seconds(yardsticks, "sales", f"{folder}/desk{turn}.sqlite", 8000))
        commits.append(4000 / seconds(yardsticks, "raw-commits", f"{folder}/beside{turn}.sqlite", 4000))
    ratios("durable sales of three lines in process, eight tills at once, beside raw SQLite commits", sales, commits, "≥ 0.8", "/s")
    quotes = [20000 / seconds(yardsticks, "quotes", f"{folder}/quotes{turn}.sqlite", 20000) for turn in range(ROUNDS)]
    figure("quotes of three lines in process on SQLite, one till", quotes, "/s", "none set")
    engine = [200000 / seconds(yardsticks, "engine", 200000) for _ in range(ROUNDS)]
    figure("quotes of three lines by the engine alone, one core", engine, "/s", "≥ 500000")
    for count in REPLAYS:
        took = seconds(yardsticks, "replay", f"{folder}/replay{count}.sqlite", count)
        print(f"replay of {count} events on SQLite\n  ours   {took:19.2f} s      measured; {took / count * 1e6:.2f} s for each million, aim < 60\n", flush=True)
    took = seconds(yardsticks, "catch-up", f"{folder}/ladders.sqlite", LADDERS)
    print(f"ladders of {LADDERS} members caught up on SQLite\n  ours   {took:19.2f} s      measured; {took / LADDERS * 1e6:.2f} s for each million, aim < 60\n", flush=True)


def figure(title, values, unit, aim):
    print(f"{title}\n  ours   median {statistics.median(values):12.2f} {unit}   ({min(values):.2f} … {max(values):.2f}), aim {aim}\n", flush=True)


def till_page(ours, empty, asking, bearer):
    pages, routes, latest = [], [], ""
    for _ in range(ROUNDS):
        rate, latest = wrk(ours, "/", "", 32, bearer)
        pages.append(rate)
        routes.append(wrk(empty, "/empty", asking, 32)[0])
    ratios("the till page over loopback, beside the framework's empty route", pages, routes, "≥ 0.3", "/s", f"p99 {latest}")


def listeners(address, bearer):
    """From the beginning of a swipe at a virtual reader to its event on each of a thousand streams that one client reads."""
    headers = {"Authorization": f"Bearer {bearer}"}
    state = urllib.request.Request(f"http://{address}/virtual/state", headers=headers)
    with urllib.request.urlopen(state) as answer:
        card = json.load(answer)["cards"][0]
    swipe = lambda: post(address, "/virtual/acts", {"do": "swipe", "member": card["member"], "card": card["card"]}, token=bearer)
    rounds = [streams.swipes(address, headers, 1000, swipe, 5) for _ in range(ROUNDS)]
    p99 = [taken[int(len(taken) * 0.99)] for taken in rounds]
    figure("from the beginning of a swipe to its event on each of 1,000 streams, 99th percentile", p99, "ms", "≤ 50")


def measure(memberlane, yardsticks):
    with tempfile.TemporaryDirectory(dir=".") as folder:
        serve = [memberlane, "serve", "--programme", "sh", "--settings", "sh.example", "--database", f"{folder}/bench.sqlite", "--listen", "127.0.0.1:0"]
        with Server(serve + ["--virtual-devices"], announced) as ours, Server([yardsticks, "empty-route", "18499"], answering(18499)) as empty:
            bearer = token(memberlane, f"{folder}/bench.sqlite")
            enrol_members(ours.address, bearer)
            body = '{"ticket":"Q","member":"M7","lines":[%s]}' % LINES
            quotes, routes, latest = [], [], ""
            for _ in range(ROUNDS):
                rate, latest = wrk(ours.address, "/v1/quotes", QUOTE % body, 32, bearer)
                quotes.append(rate)
                routes.append(wrk(empty.address, "/empty", QUOTE % body, 32)[0])
            ratios("quotes of three lines over loopback, beside the framework's empty route", quotes, routes, "≥ 0.5", "/s", f"p99 {latest}")
            till_page(ours.address, empty.address, QUOTE % body, bearer)
            listeners(ours.address, bearer)
            sales, commits = [], []
            for turn in range(ROUNDS):
                rate, latest = wrk(ours.address, "/v1/sales", SALE % (f"S{turn}", LINES, MEMBERS, f"k{turn}"), 8, bearer)
                sales.append(rate)
                count = 4000
                commits.append(count / seconds(yardsticks, "raw-commits", f"{folder}/raw{turn}.sqlite", count))
            ratios("durable sales of three lines over HTTP, eight tills at once, beside raw SQLite commits", sales, commits, "≥ 0.8", "/s", f"p99 {latest}")
        in_process(yardsticks, folder)
    cards, python = [], []
    for _ in range(ROUNDS):
        cards.append(float(subprocess.run([yardsticks, "cards", "300"], capture_output=True, text=True, check=True).stdout) / 300 * 1000)
        text = subprocess.run([sys.executable, str(HERE.parent / "Decoders" / "bench_card.py"), "60"], capture_output=True, text=True, check=True).stdout
        python.append(float(re.search(r"203\D+?([\d.]+)\s*ms", text).group(1)))
    ratios("card data to ESC/POS bytes: times as fast as python-escpos with Pillow", python, cards, "≥ 12", "ms", "(ours is the second row)")
    bands = [seconds(yardsticks, "first-bands", 300) * 1000 for _ in range(ROUNDS)]
    growth = [int(seconds(yardsticks, "card-growth", 1000)) for _ in range(ROUNDS)]
    print("a warm card's first band, and the memory that a thousand more cards keep")
    print(f"  first band median {statistics.median(bands):.2f} ms   ({min(bands):.2f} … {max(bands):.2f}), aim < 1")
    print(f"  kept median {statistics.median(growth):.0f} bytes   ({min(growth)} … {max(growth)}), aim ≤ 0\n", flush=True)


def devices(busyardsticks):
    """The drivers on unmodified libusb over the emulated kernel; ahead of other programs, where that is allowed, so as not to measure those."""
    ahead = ["chrt", "--fifo", "5"]
    if subprocess.run([*ahead, "true"], stderr=subprocess.DEVNULL).returncode != 0:
        ahead = []
    rows = [subprocess.run([*ahead, busyardsticks, "latency", "2000"], capture_output=True, text=True, check=True).stdout.split() for _ in range(ROUNDS)]
    title = "from the end of a swipe's transfer to its event, 99th percentile of 2000, " + ("ahead of" if ahead else "among") + " other programs"
    figure(title, [float(row[1]) for row in rows], "ms", "< 1")
    shares = [100 * seconds(busyardsticks, "idle", 5) for _ in range(ROUNDS)]
    figure("CPU share of reader, scanner and printer claimed while nothing happens", shares, "% of a core", "< 0.1")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    # First, while the disk has nothing left to write of the others.
    devices(sys.argv[3])
    measure(sys.argv[1], sys.argv[2])
