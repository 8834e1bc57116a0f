/** Hostile files, each with what must be said of it. */
@NullMarked
package no.utfall.badinput;

import org.jspecify.annotations.NullMarked;
