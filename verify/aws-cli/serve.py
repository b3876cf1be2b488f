"""Runs commands of the AWS CLI, version 1, each in a process that has already loaded the CLI, which takes longer than a
command does. Reads commands as lines of JSON, each the list of its words, and answers each with such a line: its exit
code, output and errors."""

import json
import os
import sys
import tempfile

import awscli.clidriver
import awscli.handlers  # noqa: F401  loaded with each command otherwise


def run(words):
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        child = os.fork()
        if child == 0:
            become(words, output.fileno(), errors.fileno())
        _, status = os.waitpid(child, 0)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "stdout": text_of(output),
            "stderr": text_of(errors),
        }


def become(words, output, errors):
    """Is the program `aws` from here on."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(output, 1)
    os.dup2(errors, 2)
    sys.argv = ["aws", *words]
    code = 1
    try:
        code = awscli.clidriver.main()
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


def text_of(file):
    file.seek(0)
    return file.read().decode()


def main():
    answers = os.fdopen(os.dup(1), "w")
    commands = os.fdopen(os.dup(0), "r")
    for line in commands:
        print(json.dumps(run(json.loads(line))), file=answers, flush=True)


main()
