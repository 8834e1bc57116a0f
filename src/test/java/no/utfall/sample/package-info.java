/** The made-up country of {@code sample-data/}: how it is drawn, what is true of it, and how it is written down. */
@NullMarked
package no.utfall.sample;

import org.jspecify.annotations.NullMarked;
