/** The command line: the only room that prints, exits or asks the clock. */
@NullMarked
package no.utfall.cli;

import org.jspecify.annotations.NullMarked;
