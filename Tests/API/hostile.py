"""Clients that mean harm, or are broken: what they send gets a clear no or a closed connection, memory stays bounded, and others are served meanwhile."""

import json
import os
import socket
import sys
import urllib.request
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Bench"))

from streams import Streams

LISTENERS = 2000
# What an open stream may keep, everything included: 73 kB were measured in a build without optimisation.
MOST_PER_STREAM = 128 * 1024


def headers(service, role="till"):
    return {"Authorization": "Bearer " + service.let_in("--role", role, "--name", f"A {role} of the tests {uuid.uuid4()}")["token"]}


def said(service, raw):
    """What comes back for some bytes: the status of an answer, or None for a closed connection."""
    host, port = service.root.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as one:
        try:
            one.sendall(raw)
            one.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        answer = b""
        try:
            while data := one.recv(65536):
                answer += data
        except ConnectionError:
            pass
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.") else None


def is_well(service):
    with urllib.request.urlopen(service.root + "/v1/health") as answer:
        return json.load(answer)["status"] == "ok"


def bytes_that_are_no_request_are_refused(service):
    host = service.root.removeprefix("http://").encode()
    token = headers(service)["Authorization"].encode()
    ask = b"Host: " + host + b"\r\nAuthorization: " + token + b"\r\nContent-Type: application/json\r\n"
    nested = b"[" * 100_000
    for name, raw in {
        "a TLS greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
        "no request at all": b"swipe please\r\n\r\n",
        "zeros": bytes(4096),
        "a method that is none": b"BREW /v1/quotes HTTP/1.1\r\n" + ask + b"\r\n",
        "a path that climbs": b"GET /static/..%2f..%2fetc%2fpasswd HTTP/1.1\r\n" + ask + b"\r\n",
        "a path with a zero byte": b"GET /static/common.js%00 HTTP/1.1\r\n" + ask + b"\r\n",
        "a path that is not UTF-8": b"GET /v1/members/%ff%fe HTTP/1.1\r\n" + ask + b"\r\n",
        "a line that never ends": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + ask + b"\r\n",
        "a header that never ends": b"GET /v1/health HTTP/1.1\r\nX-Filler: " + b"a" * 2_000_000 + b"\r\n\r\n",
        "more headers than anybody needs": b"GET /v1/health HTTP/1.1\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        "a length that is none": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Content-Length: many\r\n\r\n{}",
        "two lengths": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
        "a length and chunks": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\nGET /",
        "a chunk without a size": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "a body that is said to be huge": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Content-Length: 9000000000\r\n\r\n{}",
        "a huge body in chunks": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Transfer-Encoding: chunked\r\n\r\n" + (b"10000\r\n" + b" " * 65536 + b"\r\n") * 40,
        "a body that stops short": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Content-Length: 400\r\n\r\n{\"ticket\":",
        "nesting without an end": b"POST /v1/quotes HTTP/1.1\r\n" + ask + b"Content-Length: %d\r\n\r\n" % len(nested) + nested,
    }.items():
        status = said(service, raw)
        assert status is None or 400 <= status < 500, f"{name}: {status}"
        assert is_well(service), f"after {name} the service is gone"


def memory(service):
    """Resident bytes of the service."""
    with open(f"/proc/{service.process.pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def thousands_of_idle_listeners_hold_nobody_up(service):
    address = service.root.removeprefix("http://")
    ours = headers(service)
    before = memory(service)
    with Streams(address, ours, LISTENERS) as streams:
        kept = (memory(service) - before) / LISTENERS
        assert kept < MOST_PER_STREAM, f"an open stream keeps {kept:.0f} bytes"
        print(f"  {LISTENERS} streams keep {kept:.0f} bytes each")
        service.join("H", "H. L.")
        service.hands("swipe", member="H", card=service.cards("H")[0]["card"])
        streams.until_each_has(b"event: card")
    assert is_well(service)


