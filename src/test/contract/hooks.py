"""What no schema says, for Schemathesis."""

import itertools
import json
import re

import schemathesis

CONTROL = re.compile(r"\\(u00(0[0-9a-f]|1[0-9a-f]|7f|[89][0-9a-f])|[bfr])")
KEY = re.compile(r"[!-~]([ -~]{0,200}[!-~])?")
NUMBERS = itertools.count()


@schemathesis.hook
def filter_body(context, body):
    """The names and values of an outputSchema hold no control characters, as no text of a request does."""
    return not (isinstance(body, dict) and CONTROL.search(json.dumps(body.get("outputSchema"))))


@schemathesis.hook
def before_call(context, case, kwargs):
    """A key of an earlier scenario is answered with the objective of then, which may have been erased since."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and KEY.fullmatch(key):
        case.headers["Idempotency-Key"] = f"{key}-{next(NUMBERS)}"
