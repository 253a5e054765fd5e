"""Other makers' tills at the running service: python run.py MEMBERLANE"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Pages"))

import odoo_till  # noqa: E402
import square_till  # noqa: E402


def main(binary):
    for till in (square_till, odoo_till):
        till.run(binary)


if __name__ == "__main__":
    main(sys.argv[1])
