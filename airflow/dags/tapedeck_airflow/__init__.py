"""Tapedeck's verbs as Airflow tasks.

The package lies in the DAG folder, not among the plugins: Airflow puts that folder on ``sys.path``
of the DAG processor and of every worker, and a DAG bundle that is versioned (git) takes DAGs and
package together, so that a run that is queued today runs with the code it was queued with.
"""
