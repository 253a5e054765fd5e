"""Stands between a till and the service: cuts connections and answers 503 in the service's place, as a test says."""

import socket
import threading


class CuttingProxy:
    """Each request meets the next fate: `pass`, `cut_before` and `cut_after` the service has had it, `503_before` and `503_after`. Then all pass."""

    def __init__(self, target):
        host, _, port = target.removeprefix("http://").rpartition(":")
        self.target = (host, int(port))
        self.fates = []
        self.met = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.root = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                till, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(till,), daemon=True).start()

    def close(self):
        self.listener.close()

    def serve(self, till):
        with till:
            while True:
                request = self.message(till)
                if request is None:
                    return
                fate = self.fates.pop(0) if self.fates else "pass"
                self.met.append(fate)
                if fate == "cut_before":
                    return
                if fate == "503_before":
                    self.busy(till)
                    return
                # The port in Host is the service's, as a proxy of a shop's would set it.
                head, _, body = request.partition(b"\r\n\r\n")
                lines = [line for line in head.split(b"\r\n") if not line.lower().startswith((b"host:", b"connection:"))]
                lines += [b"Host: %s:%d" % (self.target[0].encode(), self.target[1]), b"Connection: close"]
                with socket.create_connection(self.target) as service:
                    service.sendall(b"\r\n".join(lines) + b"\r\n\r\n" + body)
                    answer = self.message(service)
                if fate == "cut_after" or answer is None:
                    return
                if fate == "503_after":
                    self.busy(till)
                    return
                till.sendall(answer)

    @staticmethod
    def busy(till):
        till.sendall(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy")

    @staticmethod
    def message(connection):
        """A whole HTTP message whose head tells its length; None when the other side has gone."""
        data = b""
        while True:
            head, end, body = data.partition(b"\r\n\r\n")
            if end:
                lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
                if len(body) >= int(lengths[0] if lengths else 0):
                    return data
            try:
                part = connection.recv(65536)
            except OSError:
                return None
            if not part:
                return None
            data += part
