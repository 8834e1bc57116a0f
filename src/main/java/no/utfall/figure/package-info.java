/** One number and its standing, and columns of such numbers. */
@NullMarked
package no.utfall.figure;

import org.jspecify.annotations.NullMarked;
