"""Translates SAM templates with SAM's own translator.

Reads JSON from stdin: [[id, text], ...]. Writes one JSON object a line: {"id", "template"} or {"id", "error"}.
The translator needs a Region, and no network: its map of managed policies stays empty.
"""

import contextlib
import io
import json
import os
import sys

os.environ["AWS_DEFAULT_REGION"] = "eu-west-1"

from samtranslator.parser.parser import Parser  # noqa: E402
from samtranslator.translator.translator import Translator  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402


def translate(text):
    template = json.loads(json.dumps(yaml_parse(text), default=str))
    return Translator({}, Parser()).translate(template, parameter_values={})


def main():
    for identifier, text in json.load(sys.stdin):
        answer = {"id": identifier}
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                answer["template"] = translate(text)
        except Exception as error:  # whatever SAM does not accept
            answer["error"] = f"{type(error).__name__}: {error}"[:500]
        print(json.dumps(answer, default=str))


main()
