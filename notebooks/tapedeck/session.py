"""A Spark session of this process with Delta, for what is too much for one machine's memory."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tapedeck import cli
from tapedeck.errors import NotFoundError
from tapedeck.lake import Lake
from tapedeck.tables import RESULT_TABLES, rule

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

DELTA = ("delta-", "unitycatalog-")
LOOPBACK = "127.0.0.1"


def spark(lake: Lake, *tables: str, cores: int | None = None) -> "SparkSession":
    """A session in which these tables go by their names, rows that do not count left out.

    Runs in this process on loopback, in UTC, with the jars that Maven brought to
    `jobs/target/app`: nothing is downloaded. Asked again it is the same session. Needs
    Java 17.

    Args:
        lake: whose tables.
        tables: names of tables to make known as views; further calls add more.
        cores: threads of the local master; all of the machine if None.
    """
    from pyspark.sql import SparkSession

    scratch = tempfile.mkdtemp(prefix="tapedeck-warehouse")
    builder = SparkSession.builder.master(f"local[{cores or '*'}]").appName("tapedeck notebook")
    settings = {
        "spark.jars": ",".join(str(jar) for jar in delta_jars()),
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.warehouse.dir": scratch,
        "spark.sql.shuffle.partitions": "4",
        "spark.databricks.delta.snapshotPartitions": "2",
        "spark.driver.host": LOOPBACK,
        "spark.driver.bindAddress": LOOPBACK,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    for table in tables:
        view(session, lake, table)
    return session


def view(session: "SparkSession", lake: Lake, table: str) -> None:
    """Makes a table known to Spark under its own name."""
    folder = f"{lake.root}/results" if table in RESULT_TABLES else lake.root
    rows = session.read.format("delta").load(f"{folder}/{table}")
    marker, keys = rule(table)
    if marker:
        markers = session.read.format("delta").load(f"{lake.root}/results/{marker}")
        rows = rows.join(markers.select(*keys), list(keys), "left_semi")
    rows.createOrReplaceTempView(table)


def delta_jars() -> list[Path]:
    """The jars of Delta that Maven brought.

    Raises:
        NotFoundError: if the Java part has not been built.
    """
    folder = cli.launcher().resolve().parent.parent / "target" / "app"
    jars = sorted(jar for jar in folder.rglob("*.jar") if jar.name.startswith(DELTA))
    if not any(jar.name.startswith("delta-spark") for jar in jars):
        raise NotFoundError(f"{folder} holds no jar of Delta: build with mvn package -pl jobs -am")
    return jars
