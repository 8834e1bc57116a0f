/** Text and workbooks in, cells with their standing out, with everything that was found on the way. */
@NullMarked
package no.utfall.ingest;

import org.jspecify.annotations.NullMarked;
