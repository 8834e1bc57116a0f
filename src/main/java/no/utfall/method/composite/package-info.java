/** Indices made of several indicators, with what the choices behind them do to the ranks. */
@NullMarked
package no.utfall.method.composite;

import org.jspecify.annotations.NullMarked;
