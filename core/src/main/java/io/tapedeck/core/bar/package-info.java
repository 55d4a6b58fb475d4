/**
 * What a bar is and how bars are built; used by the lake as well.
 *
 * <p>Vocabulary: knows no stage.
 */
package io.tapedeck.core.bar;
