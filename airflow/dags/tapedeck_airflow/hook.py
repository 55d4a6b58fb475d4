"""spark-submit, listened to."""

from collections.abc import Iterator
from typing import Any

from airflow.providers.apache.spark.hooks.spark_submit import SparkSubmitHook
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowNotFoundException

from tapedeck_airflow.output import JobOutput

USAGE, REFUSED, SOME_FAILED, TRY_AGAIN = 2, 3, 4, 75

_FOR_GOOD = {
    USAGE: "usage or configuration",
    REFUSED: "input refused",
    SOME_FAILED: "some runs failed",
}
"""Exit codes that the same command would end with again."""


class TapedeckHook(SparkSubmitHook):
    """Submits, keeps what the job says, and tells failures that a retry may mend from others."""

    def __init__(self, *, client_conf: dict[str, str], **settings: Any) -> None:
        """Take Spark's settings of a driver on this machine beside those of any driver."""
        self.output = JobOutput()
        super().__init__(**settings)
        if not self.is_driver_elsewhere:
            self._conf = {**client_conf, **self._conf}

    @property
    def is_driver_elsewhere(self) -> bool:
        """Whether the driver's output does not pass through spark-submit (cluster mode)."""
        return bool(self._connection["deploy_mode"] == "cluster")

    def submit(self, application: str = "", **settings: Any) -> str | None:
        """Run spark-submit to its end; raise what says whether a retry can help."""
        try:
            return super().submit(application, **settings)
        except FileNotFoundError as missing:
            raise AirflowFailException(
                f"no {self._connection['spark_binary']} is on the PATH of this worker: put Spark "
                "4.2 there, or the folder jobs/bin of a checkout of Tapedeck, which has one"
            ) from missing
        except AirflowException as failed:
            code = self._submit_sp.returncode if self._submit_sp else None
            if code is None or code == 0:
                raise
            raise self._failure(code) from failed

    def _failure(self, code: int) -> AirflowException:
        sentence = self.output.last_line
        if code in _FOR_GOOD:
            return AirflowFailException(
                f"exit code {code} ({_FOR_GOOD[code]}), not retried: {sentence}"
            )
        meaning = "somebody else holds the lake" if code == TRY_AGAIN else "unexpected"
        return AirflowException(f"exit code {code} ({meaning}): {sentence}")

    def _resolve_connection(self) -> dict[str, Any]:
        """Read the connection; the provider's own way is to submit to YARN where there is none."""
        try:
            self.get_connection(self._conn_id)
        except AirflowNotFoundException as missing:
            raise AirflowFailException(
                f"the connection {self._conn_id!r} does not exist, and nothing is submitted to a "
                f"cluster nobody named: airflow connections add {self._conn_id} --conn-json "
                '\'{"conn_type": "spark", "host": "local[2]", "extra": {"deploy-mode": "client"}}\''
            ) from missing
        resolved: dict[str, Any] = super()._resolve_connection()
        return resolved

    def _process_spark_submit_log(self, itr: Iterator[Any]) -> None:
        super()._process_spark_submit_log(self._heard(itr))

    def _heard(self, lines: Iterator[Any]) -> Iterator[Any]:
        for line in lines:
            self.output.read(str(line))
            yield line
