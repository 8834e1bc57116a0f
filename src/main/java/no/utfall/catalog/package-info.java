/** The lists of what exists, each entry loaded only when asked for. */
@NullMarked
package no.utfall.catalog;

import org.jspecify.annotations.NullMarked;
