package no.utfall.method.rate;

import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.problem.Finding;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/** What the methods here give back. */
record GroupResult(
    Frame tidy,
    Map<String, Frame> tables,
    List<Chart> charts,
    List<Text> reading,
    List<Finding> findings)
    implements Result {}
