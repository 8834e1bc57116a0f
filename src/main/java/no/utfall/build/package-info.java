/** A project as a graph of nodes: read the project file, plan, run, write. */
@NullMarked
package no.utfall.build;

import org.jspecify.annotations.NullMarked;
