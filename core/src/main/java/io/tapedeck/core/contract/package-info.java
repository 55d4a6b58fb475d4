/** Argument checks for constructors; nothing else ever moves in. */
package io.tapedeck.core.contract;
