/** What went wrong, where, and how to mend it. */
@NullMarked
package no.utfall.problem;

import org.jspecify.annotations.NullMarked;
