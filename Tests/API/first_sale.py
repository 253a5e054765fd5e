"""The till programmer's page: its ten lines, run as they stand there."""

import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile

from service import free_port

PAGE = pathlib.Path(__file__).parents[2] / "Sources/LoyaltyService/Documentation.docc/FirstSale.md"


def ten_lines_make_a_sale(binary):
    lines = re.search(r"```bash\n(.*?)```", PAGE.read_text(), re.S).group(1)
    assert len(lines.strip().splitlines()) == 10, "the page says ten lines"
    # Nothing of the page is changed but the port, which may be taken here.
    script = lines.replace(":8484", f":{free_port()}")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.dirname(os.path.abspath(binary)) + ":" + os.environ["PATH"]
        with open(os.path.join(folder, "said"), "w+") as said:
            shell = subprocess.Popen(["bash", "-euo", "pipefail", "-c", script], cwd=folder, env={**os.environ, "PATH": path}, stdout=said, stderr=subprocess.STDOUT,
                                     stdin=subprocess.DEVNULL, start_new_session=True)
            status = shell.wait(timeout=120)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGTERM)
            said.seek(0)
            text = said.read()
    assert status == 0, text
    answers = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    health, joined, quote, sold, outcome, account = answers
    assert health["status"] == "ok" and joined["member"] == "A" and quote["will_earn" if "will_earn" in quote else "earned"] == 60
    assert sold == outcome and sold["points"] == 90 == account["points"], text
