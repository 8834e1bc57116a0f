/** Command lines as folders of data: what is typed, and what comes of it. */
@NullMarked
package no.utfall.cases;

import org.jspecify.annotations.NullMarked;
