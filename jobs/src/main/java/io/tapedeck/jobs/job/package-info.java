/**
 * Job files: YAML read into a tree that knows its lines, and the typed records bound from it.
 *
 * <p>Vocabulary of the jobs: knows neither the command line nor Spark. {@link
 * io.tapedeck.jobs.job.YamlTree} reads, {@link io.tapedeck.jobs.job.Fields} binds key by key and
 * refuses what nobody asked for, {@link io.tapedeck.jobs.job.JobSpec} is what replay and sweep
 * share.
 */
package io.tapedeck.jobs.job;
