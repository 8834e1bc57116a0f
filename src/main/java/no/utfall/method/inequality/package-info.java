/** How unequally something falls on groups and persons: gaps, slopes, concentration, dispersion. */
@NullMarked
package no.utfall.method.inequality;

import org.jspecify.annotations.NullMarked;
