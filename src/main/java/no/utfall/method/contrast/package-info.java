/** Effort set against effect: how far two orders of the same units disagree, and how much of it can be told. */
@NullMarked
package no.utfall.method.contrast;

import org.jspecify.annotations.NullMarked;
