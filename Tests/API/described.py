"""The running service beside its own description: whatever is asked, by whom, the answer is one that `/openapi.yaml` describes, and never a 5xx that is no sentence."""

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance"
# Each role answers the described cases; the manager, who may do everything, is asked at random as well.
ROLES = ["manager", "till", "cashier", "card_desk", "kiosk", "auditor", None]


def describes(service, role):
    """Asks as a role, or as nobody; the output of a failed run tells the request and the answer."""
    phases = "examples,coverage,fuzzing" if role == "manager" else "examples,coverage"
    command = [
        os.path.join(os.path.dirname(sys.executable), "schemathesis"), "--config-file", os.path.join(HERE, "schemathesis.toml"), "run",
        service.root + "/openapi.yaml", "--checks", CHECKS, "--phases", phases, "--max-examples", "10", "--generation-deterministic",
        "--request-timeout", "20", "--max-failures", "20", "--continue-on-failure", "--no-color", "--warnings", "off",
    ]
    if role:
        command += ["-H", "Authorization: Bearer " + service.let_in("--role", role, "--name", f"Asking as {role}")["token"]]
    outcome = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    cases = next((line.strip() for line in outcome.stdout.splitlines() if " generated" in line), "nothing was asked")
    print(f"  as {role or 'nobody'}: {cases}", flush=True)
    assert outcome.returncode == 0 and " generated" in cases, outcome.stdout + outcome.stderr
