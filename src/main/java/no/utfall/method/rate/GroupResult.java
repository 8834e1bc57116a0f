package no.utfall.method.rate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.problem.Finding;
import no.utfall.text.Text;
import no.utfall.view.Chart;

/**
 * What the methods here give back.
 *
 * @param arithmetic the sum of one key, made when it is asked for
 */
record GroupResult(
    Frame tidy,
    Map<String, Frame> tables,
    List<Chart> charts,
    List<Text> reading,
    List<Finding> findings,
    Function<String, Optional<List<Text>>> arithmetic)
    implements Result {

  @Override
  public Optional<List<Text>> explain(String key) {
    return arithmetic.apply(key);
  }
}
