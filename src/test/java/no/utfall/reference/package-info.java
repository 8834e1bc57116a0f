/** The peers' numbers as data: case files, run through the command line and compared. */
@NullMarked
package no.utfall.reference;

import org.jspecify.annotations.NullMarked;
