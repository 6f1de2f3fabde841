"""A wire to a server that can be cut, so that the server goes away in the middle of something."""

from __future__ import annotations

import contextlib
import socket
from threading import Lock, Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class Wire:
    """Forwards a port of this machine to the server at `uri` until `most_bytes` have gone to it; then all is cut."""

    def __init__(self, uri: str, most_bytes: int) -> None:
        parts = urlsplit(uri)
        self._server = (parts.hostname, parts.port)
        self._left = most_bytes
        self._lock = Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets = [self._listener]
        self.uri = f"{parts.scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()

    @property
    def is_cut(self) -> bool:
        return self._left <= 0

    def cut(self) -> None:
        """Close everything; nobody can connect any more."""
        with self._lock:
            self._left = 0
            for end in self._sockets:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                self._sockets += [client, server]
                Thread(target=self._forward, args=(client, server, True), daemon=True).start()
                Thread(target=self._forward, args=(server, client, False), daemon=True).start()

    def _forward(self, here: socket.socket, there: socket.socket, is_counted: bool) -> None:
        with contextlib.suppress(OSError):
            while data := here.recv(4096):
                if is_counted:
                    self._left -= len(data)
                    if self._left <= 0:
                        break
                there.sendall(data)
        if is_counted and self._left <= 0:
            self.cut()
        else:
            with contextlib.suppress(OSError):
                there.shutdown(socket.SHUT_WR)
