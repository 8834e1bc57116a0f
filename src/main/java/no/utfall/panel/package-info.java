/** Units, periods and indicators: who, when and what was measured. */
@NullMarked
package no.utfall.panel;

import org.jspecify.annotations.NullMarked;
