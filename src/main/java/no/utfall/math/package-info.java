/** Arrays in, arrays out: distributions and kernels that know nothing of units or years. */
@NullMarked
package no.utfall.math;

import org.jspecify.annotations.NullMarked;
