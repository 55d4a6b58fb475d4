/**
 * Composition: {@link io.tapedeck.core.replay.RunSpec} in, {@link
 * io.tapedeck.core.replay.RunResult} out. The one package that sees every stage; wires them and
 * drives the reference step.
 */
package io.tapedeck.core.replay;
