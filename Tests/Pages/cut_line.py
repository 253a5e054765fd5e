"""A line between browser and service that can be cut and mended, and that can lose one answer on its way back."""

import contextlib
import socket
import threading
import urllib.parse


class CutLine:
    def __init__(self, root):
        self.target = (urllib.parse.urlparse(root).hostname, urllib.parse.urlparse(root).port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.root = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        self.open = set()
        self.lock = threading.Lock()
        self.is_cut = False
        self.losing = None
        self.lost = threading.Event()

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.cut()
        self.listener.close()

    def cut(self):
        """Ends every connection and takes no new one."""
        with self.lock:
            self.is_cut = True
            for one in self.open:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
            self.open.clear()

    def mend(self):
        with self.lock:
            self.is_cut = False

    def lose_answer(self, request):
        """Lets the next request that begins so reach the service, and cuts the line when its answer comes."""
        self.lost.clear()
        self.losing = request.encode()

    def _accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                if self.is_cut:
                    near.close()
                    continue
                far = socket.create_connection(self.target)
                self.open |= {near, far}
            loses = threading.Event()
            threading.Thread(target=self._there, args=(near, far, loses), daemon=True).start()
            threading.Thread(target=self._back, args=(far, near, loses), daemon=True).start()

    def _there(self, near, far, loses):
        with contextlib.suppress(OSError):
            while data := near.recv(65536):
                if self.losing and data.startswith(self.losing):
                    self.losing = None
                    loses.set()
                far.sendall(data)
        self._end(near, far)

    def _back(self, far, near, loses):
        with contextlib.suppress(OSError):
            while data := far.recv(65536):
                if loses.is_set():
                    self.cut()
                    self.lost.set()
                    break
                near.sendall(data)
        self._end(near, far)

    def _end(self, *sockets):
        for one in sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        with self.lock:
            self.open -= set(sockets)


@contextlib.contextmanager
def cut_line(service, browser):
    """The browser's pages come over the line from here on, until the end."""
    direct = browser.root
    with CutLine(service.root) as line:
        browser.root = line.root
        try:
            yield line
        finally:
            browser.driver.get("about:blank")
            browser.root = direct
