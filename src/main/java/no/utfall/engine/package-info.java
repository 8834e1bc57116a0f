/** The embedded SQL engine: person rows to cells, Parquet in and out; loaded only by what needs it. */
@NullMarked
package no.utfall.engine;

import org.jspecify.annotations.NullMarked;
