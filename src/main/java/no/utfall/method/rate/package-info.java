/** Proportions, rates and means with honest intervals, group by group. */
@NullMarked
package no.utfall.method.rate;

import org.jspecify.annotations.NullMarked;
