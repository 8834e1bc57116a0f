@NullMarked
package no.utfall.method.poverty;

import org.jspecify.annotations.NullMarked;
