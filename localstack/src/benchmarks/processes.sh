#!/bin/sh
# Whole processes, timed from outside; see processes.py.
exec python3 "$(dirname -- "$0")/processes.py" "$@"
