"""Ends as its argument says."""

import sys

from predictiontrader_catalog._runtime.adapters import install
from runtime.adapters.sample import sample_logger

install(sample_logger())
if sys.argv[1] == "interrupt":
    raise KeyboardInterrupt
sys.exit(int(sys.argv[1]))
