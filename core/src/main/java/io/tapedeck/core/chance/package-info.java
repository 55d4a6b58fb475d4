/**
 * Randomness without a state: every draw is a pure function of what it is for.
 *
 * <p>A model never holds a generator whose next number depends on who asked before. It derives a
 * key from (seed, purpose, instrument) once and then asks for the draw of an order or an event by
 * its number. So nothing moves when another instrument joins a run, when a tape is cut into other
 * batches, or when parameter sets share a pass: sets even share their luck, so that a sweep
 * compares parameters and not noise.
 *
 * <p>Vocabulary: knows nothing of the market.
 */
package io.tapedeck.core.chance;
