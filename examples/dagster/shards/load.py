"""Runs the tap and passes its messages to a Singer target, one segment at a time.

A target decides when to emit a state: many do so only every few minutes, or at the end. So the messages are split after a
STATE, usually once a minute, and each segment is loaded by a separate run of the target: whatever the target, a kill costs
at most one segment. Only one run of the target at a time loads into a schema: two runs that add the same row or create the
same table would make each other fail.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from .store import Lease, Lost, State

# However we end, the system kills them with us; without setpriv, a broken pipe ends them a little later.
WITH_US = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []


class Failed(Exception):
    """A command failed; the text says which one and why."""


@dataclass(frozen=True)
class Target:
    """A Singer target: its command, its settings, and the place of its tables, into which only one run loads at a time."""

    command: str
    settings: dict[str, Any]
    place: str


@dataclass
class Reading:
    """A run of the tap under a lease."""

    lease: Lease
    folder: Path
    arguments: list[str]
    secrets: dict[str, Any]
    target: Target
    log: Callable[[str], None]
    seconds: float
    complaints: list[str] = field(default_factory=list)

    def run(self) -> int:
        """Reads to the end, saves each state once its rows are loaded, and returns the tap's exit code."""
        (self.folder / "target.json").write_text(json.dumps(self.target.settings))
        tap = subprocess.Popen(
            [*WITH_US, "tap-linkedin-pages", *self.arguments],
            env={**os.environ, **variables(self.secrets)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with watch(self.lease) as watched, ended(tap):
            watched.append(tap)
            says = threading.Thread(target=self._listen, args=[tap.stderr], daemon=True)
            says.start()
            assert tap.stdout is not None
            for segment in cut(tap.stdout, self.folder / "segment.jsonl", self.seconds):
                self._load(segment, watched)
            says.join()
            return tap.wait()

    def _load(self, segment: Path, watched: list[subprocess.Popen[bytes]]) -> None:
        with self.lease.store.connect(self.lease.holder) as db, segment.open("rb") as messages:
            db.execute("SELECT pg_advisory_lock(hashtext(%s))", [self.target.place])
            if not self.lease.renew(db):
                raise Lost("Another run has taken the lease; these rows are not loaded.")
            db.commit()
            target = subprocess.Popen(
                [*WITH_US, self.target.command, "--config", str(self.folder / "target.json")],
                # Names PostgreSQL sessions, so that whoever takes over the lease finds them.
                env={**os.environ, "PGAPPNAME": self.lease.holder},
                stdin=messages,
                stdout=subprocess.PIPE,
                stderr=(self.folder / "target.log").open("wb"),
            )
            with ended(target):
                watched.append(target)
                out, _ = target.communicate()
        if target.returncode != 0:
            said = (self.folder / "target.log").read_text(errors="replace")
            raise Failed(f"{self.target.command} ended with {target.returncode}:\n{said[-3000:]}")
        states = [line for line in out.splitlines() if line.strip()]
        if states:
            self.lease.save(json.loads(states[-1]))

    def _listen(self, lines: IO[bytes]) -> None:
        for line in lines:
            text = line.decode(errors="replace").rstrip()
            self.log(text)
            if text.startswith(("CRITICAL ", "ERROR ")):
                self.complaints.append(text)


def variables(secrets: dict[str, Any]) -> dict[str, str]:
    """Settings as environment variables for the tap, so that they appear in no file and no process list."""
    return {
        f"TAP_LINKEDIN_PAGES_{name.upper()}": value if isinstance(value, str) else json.dumps(value)
        for name, value in secrets.items()
    }


def cut(messages: IO[bytes], path: Path, seconds: float) -> Iterator[Path]:
    """Yields files of messages up to a STATE, with the SCHEMAs they need. Messages after the last STATE are dropped."""
    schemas: dict[str, bytes] = {}
    file = path.open("wb")
    since = time.monotonic()
    end = 0
    for line in messages:
        file.write(line)
        if line.startswith(b'{"type":"RECORD"') or not line.endswith(b"\n"):
            continue
        message = json.loads(line)
        if message["type"] == "SCHEMA":
            schemas[message["stream"]] = line
        if message["type"] != "STATE":
            continue
        end = file.tell()
        if time.monotonic() - since >= seconds:
            file.close()
            yield path
            file = path.open("wb")
            file.writelines(schemas.values())
            since = time.monotonic()
            end = 0
    file.truncate(end)
    file.close()
    if end:
        yield path


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """At the end of the block, kills the process if it still runs, and waits for it."""
    try:
        yield
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


@contextmanager
def watch(lease: Lease) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Keeps renewing the lease during the block. If that fails, kills all processes in the list."""
    processes: list[subprocess.Popen[bytes]] = []
    over = threading.Event()

    def renew() -> None:
        try:
            with lease.store.connect(lease.holder) as db:
                db.autocommit = True
                while not over.wait(lease.seconds / 3):
                    if not lease.renew(db):
                        break
        finally:
            if not over.is_set():
                for process in processes:
                    process.send_signal(signal.SIGKILL)

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield processes
    finally:
        over.set()
        thread.join()
