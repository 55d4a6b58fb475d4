package io.tapedeck.lake.ingest;

/**
 * A request to take files into a lake.
 *
 * @param source a file, a folder (with all below it) or a glob, as a path or URI
 */
public record IngestRequest(String source, SourceFormat format, IngestOptions options) {}
