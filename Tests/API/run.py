"""The API as the outside meets it, against the running program: python run.py MEMBERLANE"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Pages"))

import described
import first_sale
import hostile
from service import Service


def main(binary):
    first_sale.ten_lines_make_a_sale(binary)
    print("ten lines make a sale", flush=True)
    tests = [hostile.bytes_that_are_no_request_are_refused, hostile.thousands_of_idle_listeners_hold_nobody_up]
    tests += [lambda service, role=role: described.describes(service, role) for role in described.ROLES]
    with Service(binary, "sh", "sh.example") as service:
        for test in tests:
            print(getattr(test, "__name__", "").strip("<>").replace("lambda", "every answer is described").replace("_", " "), flush=True)
            test(service)
    print(f"{len(tests) + 1} tests of the API passed")


if __name__ == "__main__":
    main(sys.argv[1])
