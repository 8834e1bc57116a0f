package no.utfall.view;

import java.util.List;
import no.utfall.text.Text;

/** What is drawn: a few marks make every chart. A label that is not blank is written at the mark, not in a legend. */
public sealed interface Mark {

  Text label();

  Tone tone();

  record Line(Text label, Tone tone, List<Point> points) implements Mark {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** A filled band between low and high, along x. */
  record Band(Text label, Tone tone, List<Span> spans) implements Mark {
    public Band {
      spans = List.copyOf(spans);
    }
  }

  record Dots(Text label, Tone tone, List<Point> points) implements Mark {
    public Dots {
      points = List.copyOf(points);
    }
  }

  /** Error bars. Upright: {@code at} is x and the interval runs along y. Lying: {@code at} is y. */
  record Intervals(Text label, Tone tone, List<Span> spans, boolean upright) implements Mark {
    public Intervals {
      spans = List.copyOf(spans);
    }
  }

  /** Bars from zero; lying bars have their position on y and their length along x. */
  record Bars(Text label, Tone tone, List<Point> points, boolean upright) implements Mark {
    public Bars {
      points = List.copyOf(points);
    }
  }

  /** A reference line across the whole chart: at this x (upright) or at this y. */
  record Rule(Text label, Tone tone, double at, boolean upright) implements Mark {}
}
