"""A verb of Tapedeck as a task."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import Context
from airflow.sdk.exceptions import AirflowFailException

from tapedeck_airflow.home import MAIN_CLASS, TapedeckHome
from tapedeck_airflow.hook import TapedeckHook
from tapedeck_airflow.output import Answer, small

POOL = "spark"


def spark_task(task_id: str, verb: str, timeout: timedelta, **settings: Any) -> dict[str, Any]:
    """Settings of a task that submits; for ``TapedeckOperator(**...)`` and ``.partial(**...)``.

    They are given one by one, not as defaults of the operator, because the scheduler sees of a
    mapped task only what was given to ``partial``.
    """
    return {
        "task_id": task_id,
        "verb": verb,
        "pool": POOL,
        "execution_timeout": timeout,
        "retries": 2,
        "retry_delay": timedelta(seconds=30),
        "retry_exponential_backoff": 2.0,
        "max_retry_delay": timedelta(minutes=10),
        # In cluster mode a retry submits again instead of looking for the driver it lost: a verb
        # done twice changes nothing, and YARN needs no more settings then.
        "durable": False,
        "name": f"tapedeck {verb} {{{{ run_id }}}}",
        "map_index_template": "{{ task.arguments[-1] }}",
        **settings,
    }


class TapedeckOperator(SparkSubmitOperator):
    """Submits ``tapedeck VERB ARGUMENT... --json`` and returns the job's final JSON object.

    Jar, class path and main class come from :class:`TapedeckHome`, master and deploy mode from the
    connection. Exit codes 2, 3 and 4 fail the task for good, with the job's own last line as the
    reason; 75 and all others are retried. In cluster mode the driver prints elsewhere: nothing is
    returned, the exit code of spark-submit says little, and a task in client mode must look at what
    was written (``sweep --plan ID --verify``, ``check``).

    :param verb: a verb of the command line, such as ``ingest``
    :param arguments: its words, templated; may be a task's output, whose text is then not rendered
        again
    """

    template_fields: Sequence[str] = (*SparkSubmitOperator.template_fields, "arguments")

    def __init__(self, *, verb: str, arguments: list[str] | None = None, **settings: Any) -> None:
        super().__init__(java_class=MAIN_CLASS, **settings)
        self.verb = verb
        self.arguments = arguments or []

    def execute(self, context: Context) -> Answer | None:  # type: ignore[override]
        """Submit, wait, and return the answer, without what is too large for an XCom."""
        home = TapedeckHome.find()
        self.application = home.application
        self.jars = home.jars
        self.application_args = [self.verb, *self.arguments, "--json"]
        self.conf = {**(context["params"].get("spark") or {}), **(self.conf or {})}
        hook = self._hook = self._hook_of(home)
        super().execute(context)
        return self._answer(hook)

    def _answer(self, hook: TapedeckHook) -> Answer | None:
        answer = hook.output.answer
        if answer is not None:
            self.log.info(
                "tapedeck %s is done; its last line: %s", self.verb, hook.output.last_line
            )
            return small(answer)
        if hook.is_driver_elsewhere:
            self.log.info("tapedeck %s: the driver's output is in the cluster's log", self.verb)
            return None
        raise AirflowFailException(
            f"tapedeck {self.verb} ended with 0 and printed no JSON object; its last line: "
            f"{hook.output.last_line}"
        )

    def _get_hook(self) -> TapedeckHook:
        return self._hook_of(TapedeckHome.find())

    def _hook_of(self, home: TapedeckHome) -> TapedeckHook:
        return TapedeckHook(
            client_conf={"spark.driver.extraJavaOptions": home.logging},
            conf=self.conf,
            conn_id=self._conn_id,
            jars=self.jars,
            java_class=self._java_class,
            files=self.files,
            packages=self.packages,
            total_executor_cores=self._total_executor_cores,
            executor_cores=self._executor_cores,
            executor_memory=self._executor_memory,
            driver_memory=self._driver_memory,
            keytab=self.keytab,
            principal=self.principal,
            proxy_user=self.proxy_user,
            name=self.name,
            num_executors=self._num_executors,
            status_poll_interval=self._status_poll_interval,
            application_args=self.application_args,
            env_vars=self.env_vars,
            spark_binary=self._spark_binary,
            properties_file=self.properties_file,
            yarn_queue=self._yarn_queue,
            deploy_mode=self._deploy_mode,
            use_krb5ccache=self._use_krb5ccache,
            post_submit_commands=self.post_submit_commands,
            track_driver_via_k8s_api=self._track_driver_via_k8s_api,
            yarn_track_via_rm_api=self._yarn_track_via_rm_api,
            yarn_rm_auth=self._yarn_rm_auth,
        )
