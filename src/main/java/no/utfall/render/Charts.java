package no.utfall.render;

import no.utfall.text.Language;
import no.utfall.view.Chart;

/** Charts to bytes. */
public final class Charts {

  private Charts() {}

  public static byte[] svg(Chart chart, Language language) {
    throw new UnsupportedOperationException("not yet");
  }

  public static byte[] png(Chart chart, Language language) {
    throw new UnsupportedOperationException("not yet");
  }
}
