"""Serves moto on the loopback interface, for as long as standard input stays open.

The one argument is the port, or 0 for one of the kernel's choice, which no other process can take in between; the port
is printed as the first line. Whoever started this holds the other end of standard input: when that process ends, however
it ends, this one does too.
"""

import functools
import json
import logging
import os
import re
import sys
import threading
from xml.sax.saxutils import escape

from moto import backends
from moto.core.exceptions import AccessDeniedError
from moto.core.responses import BaseResponse
from moto.core.utils import get_service_model
from moto.iam.access_control import IAMPolicyStatement
from moto.iam.models import IAMBackend
from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.routing import Rule
from werkzeug.serving import make_server


def end_with_standard_input():
    sys.stdin.buffer.read()
    os._exit(0)


def refuse_in_the_form_of_the_protocol():
    """Once IAM is enforced (/moto-api/reset-auth), moto's refusals are text/html and in the form of EC2 for all services."""
    forms = {
        "ec2": "<Response><Errors><Error>%s</Error></Errors></Response>",
        "query": "<ErrorResponse><Error>%s</Error></ErrorResponse>",
        "rest-xml": "<Error>%s</Error>",
    }
    authorize = BaseResponse._authenticate_and_authorize_normal_action

    def authorize_or_refuse(self, resource="*"):
        try:
            authorize(self, resource)
        except AccessDeniedError as refusal:
            protocol = self.determine_response_protocol(get_service_model(self.boto3_service_name))
            if protocol in forms:
                code = "UnauthorizedOperation" if protocol == "ec2" else "AccessDenied"
                error = f"<Code>{code}</Code><Message>{escape(refusal.message)}</Message>"
                refusal.description = forms[protocol] % error
                self.response_headers["Content-Type"] = "text/xml"
            else:
                refusal.code = 400
                refusal.description = json.dumps({"__type": "AccessDeniedException", "message": refusal.message})
                self.response_headers["Content-Type"] = "application/x-amz-json-1.1"
                self.response_headers["x-amzn-ErrorType"] = "AccessDeniedException"
            raise

    BaseResponse._authenticate_and_authorize_normal_action = authorize_or_refuse


def remember_what_does_not_change():
    """For each request moto lists its own folders, and makes a regular expression of each action of whoever makes it."""
    modules = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules

    @functools.lru_cache(maxsize=None)
    def compiled(pattern):
        return re.compile("^" + pattern.replace("*", ".*") + "$")

    IAMPolicyStatement._match = staticmethod(lambda pattern, string: compiled(pattern).match(string))

    # Each partition gets all policies of AWS's, and only one partition is ever asked.
    policies = IAMBackend._init_aws_policies
    IAMBackend._init_aws_policies = lambda backend: policies(backend) if backend.region_name == "aws" else []

    # Of each path of each service werkzeug compiles functions that write it, which nobody calls: half of what the first calls
    # of all services cost.
    writer = Rule._compile_builder
    Rule._compile_builder = lambda rule, unknown=True: lambda self, **values: writer(rule, unknown)(self, **values)


def few_at_a_time(application):
    """Of some hundred requests at once each would get so little of the one interpreter that the longest run into time-outs."""
    turns = threading.Semaphore(4)

    def answer(environ, start_response):
        with turns:
            return application(environ, start_response)

    return answer


logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
logging.getLogger("werkzeug").setLevel(logging.WARNING)  # a line for each request takes a tenth of its time
server = make_server(
    "127.0.0.1",
    int(sys.argv[1]),
    few_at_a_time(DomainDispatcherApplication(create_backend_app)),
    threaded=True,
    request_handler=MotoRequestHandler,
)
os.environ["MOTO_PORT"] = str(server.port)
mock_random.seed(1)
refuse_in_the_form_of_the_protocol()
remember_what_does_not_change()
print(server.port, flush=True)
# moto prints a line for each request to a service that it does not have, while it holds a lock. Nobody reads on, and when the
# pipe were full no request would be answered any more.
sys.stdout = sys.stderr
threading.Thread(target=end_with_standard_input, daemon=True).start()
server.serve_forever()
