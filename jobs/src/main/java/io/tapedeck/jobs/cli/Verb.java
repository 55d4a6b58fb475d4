package io.tapedeck.jobs.cli;

/**
 * One verb of the command line: a class with picocli's {@code @Command} whose fields are its
 * options.
 *
 * <p>A verb prints what people read with {@link Console#print}, gives its final object to {@link
 * Console#json}, and throws what stops it: {@link ExitCodes} says which exception ends with which
 * code.
 */
public interface Verb {
  /**
   * Does the work.
   *
   * @param console where to write, and what the environment says
   */
  ExitCode run(Console console) throws Exception;
}
