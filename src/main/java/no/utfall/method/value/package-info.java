/** Who pays and who gains: kroner by budget, and what it would take to agree. */
@NullMarked
package no.utfall.method.value;

import org.jspecify.annotations.NullMarked;
