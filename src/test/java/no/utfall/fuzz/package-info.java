/** Damaged files, thousands of them. */
@NullMarked
package no.utfall.fuzz;

import org.jspecify.annotations.NullMarked;
