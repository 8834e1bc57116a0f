/** Low income and other states of persons: thresholds, rates, gaps, shares, and movements between years. */
@NullMarked
package no.utfall.method.poverty;

import org.jspecify.annotations.NullMarked;
