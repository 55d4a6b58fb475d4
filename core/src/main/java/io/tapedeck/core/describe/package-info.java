/**
 * How replaceable assumptions are called and explained to people: what job files and lists of
 * models are made from.
 *
 * <p>Vocabulary: knows nothing but words.
 */
package io.tapedeck.core.describe;
