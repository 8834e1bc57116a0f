/** Tests of inequality: by hand, against peers, by property and by simulation. */
@NullMarked
package no.utfall.method.inequality;

import org.jspecify.annotations.NullMarked;
