/** Tables, charts and documents as plain data, in three languages, drawn by nobody yet. */
@NullMarked
package no.utfall.view;

import org.jspecify.annotations.NullMarked;
