/** The contract of a method: its card, its options, its result. */
@NullMarked
package no.utfall.method;

import org.jspecify.annotations.NullMarked;
