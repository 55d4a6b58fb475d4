/**
 * Golden runs: shipped strategies over real ticks, each against a committed account of what came of
 * it.
 *
 * <p>The accounts lie in {@code src/test/resources/golden}, beside GOLDEN.md, which explains their
 * numbers. They are written again by {@code -Dgolden.write=true} only.
 */
package io.tapedeck.jobs.replay.golden;
