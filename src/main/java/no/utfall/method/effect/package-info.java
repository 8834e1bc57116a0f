/** What a measure changed: outcomes of units with it against units without it. */
@NullMarked
package no.utfall.method.effect;

import org.jspecify.annotations.NullMarked;
