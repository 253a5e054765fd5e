"""Many listeners at once: how long after a swipe begins each of them has heard of it."""

import resource
import selectors
import socket
import time


def allow_many_files(count):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))


class Streams:
    """Open event streams, each on a connection of its own."""

    def __init__(self, address, headers, count):
        allow_many_files(2 * count + 100)
        host, port = address.rsplit(":", 1)
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.request = f"GET /v1/events?at=till HTTP/1.1\r\nHost: {address}\r\n{lines}\r\n".encode()
        self.selector = selectors.DefaultSelector()
        self.sockets = []
        for _ in range(count):
            one = socket.create_connection((host, int(port)))
            one.sendall(self.request)
            self.sockets.append(one)
            self.selector.register(one, selectors.EVENT_READ)
        # The first line of each stream says that it is open.
        self.until_each_has(b"retry: 1000")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.selector.close()
        for one in self.sockets:
            one.close()

    def until_each_has(self, mark, patience=120):
        """The moment at which each stream has brought `mark`, in the order in which they did."""
        waiting = {one: b"" for one in self.sockets}
        moments = []
        end = time.monotonic() + patience
        while waiting:
            ready = self.selector.select(timeout=max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError(f"{len(waiting)} of {len(self.sockets)} streams never brought {mark!r}")
            for key, _ in ready:
                data = key.fileobj.recv(65536)
                if not data:
                    raise ConnectionError("a stream ended")
                if key.fileobj not in waiting:
                    continue
                waiting[key.fileobj] += data
                if mark in waiting[key.fileobj]:
                    moments.append(time.monotonic())
                    del waiting[key.fileobj]
        return moments


def swipes(address, headers, count, swipe, times):
    """Milliseconds from the beginning of a swipe to each stream's hearing of it, over several swipes, sorted."""
    taken = []
    with Streams(address, headers, count) as streams:
        for _ in range(times):
            began = time.monotonic()
            swipe()
            taken += [1000 * (moment - began) for moment in streams.until_each_has(b"event: card")]
    return sorted(taken)
