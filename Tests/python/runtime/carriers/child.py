"""A child that takes its parent's session over, answers, logs and fails."""

import logging
import sys

from predictiontrader_catalog import carriers, log
from predictiontrader_catalog.vocabulary import Service

log.configure(service=Service.ENGINE)
log.install()
verdict = log.adopt(carriers.read_bootstrap(timeout=60))
answer = carriers.ready({"verdict": verdict, "rest": sys.stdin.readline()})
print(answer.to_line(), end="", flush=True)
logging.getLogger("engine").info("adopted")
raise LookupError("lost")
