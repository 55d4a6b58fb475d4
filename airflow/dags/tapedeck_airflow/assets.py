"""What the DAGs publish, for others to be scheduled on.

Their URIs are names under a scheme of our own, not addresses: which lake was written is in the
extra of the event, with the versions of its tables. Events carry the trading day as partition key.
"""

from airflow.sdk import Asset

TICKS = Asset(name="tapedeck_ticks", uri="x-tapedeck://lake/ticks", group="tapedeck")
BARS = Asset(name="tapedeck_bars", uri="x-tapedeck://lake/bars", group="tapedeck")
SWEEPS = Asset(name="tapedeck_sweeps", uri="x-tapedeck://lake/sweeps", group="tapedeck")
