/** Words and numerals for people, and the one way to write a number for machines. */
@NullMarked
package no.utfall.text;

import org.jspecify.annotations.NullMarked;
