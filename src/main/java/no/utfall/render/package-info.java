/** Tables, charts and documents to bytes; knows no method and no municipality. */
@NullMarked
package no.utfall.render;

import org.jspecify.annotations.NullMarked;
