package io.tapedeck.jobs.replay;

import java.util.List;

/** Where the ticks of a job come from. */
public interface TapeLibrary {
  /** The symbols of the job, in its order; those that are there if the job names none. */
  List<String> symbols();

  /** A tape of some of them. The caller closes it. */
  Tape open(List<String> symbols);
}
