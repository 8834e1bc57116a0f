package no.utfall.ingest;

import no.utfall.figure.Frame;
import no.utfall.problem.Ledger;

/** A file read: its cells, what became of its rows, and what it was taken for. */
public record Reading(Frame frame, Ledger ledger, Recognition recognition) {}
