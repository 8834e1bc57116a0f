/** Tests of composite indices. */
@NullMarked
package no.utfall.method.composite;

import org.jspecify.annotations.NullMarked;
