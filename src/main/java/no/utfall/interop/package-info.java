/** Tables for people who embed utfall: our frames as Tablesaw tables and back. No command loads this room. */
@NullMarked
package no.utfall.interop;

import org.jspecify.annotations.NullMarked;
