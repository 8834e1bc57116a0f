/** Documents made of results. */
@NullMarked
package no.utfall.report;

import org.jspecify.annotations.NullMarked;
