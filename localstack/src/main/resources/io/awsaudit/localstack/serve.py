"""Serves moto on the loopback interface, for as long as standard input stays open.

The one argument is the port, or 0 for one of the kernel's choice, which no other process can take in between; the port
is printed as the first line. Whoever started this holds the other end of standard input: when that process ends, however
it ends, this one does too.
"""

import logging
import os
import sys
import threading

from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server


def end_with_standard_input():
    sys.stdin.buffer.read()
    os._exit(0)


logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
server = make_server(
    "127.0.0.1",
    int(sys.argv[1]),
    DomainDispatcherApplication(create_backend_app),
    threaded=True,
    request_handler=MotoRequestHandler,
)
os.environ["MOTO_PORT"] = str(server.port)
mock_random.seed(1)
print(server.port, flush=True)
threading.Thread(target=end_with_standard_input, daemon=True).start()
server.serve_forever()
