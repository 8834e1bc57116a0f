package no.utfall.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis whose range and ticks are decided by a {@link Scale}, and whose words are set by the layout. */
final class PlacedAxis extends NumberAxis {

  private final transient Scale scale;

  /** @param ruled whether the axis has a line with ticks, or only carries the grid */
  PlacedAxis(Scale scale, boolean downward, boolean ruled, boolean ticked) {
    this.scale = scale;
    setRange(scale.low(), scale.high());
    setInverted(downward);
    setTickLabelsVisible(false);
    setLowerMargin(0);
    setUpperMargin(0);
    setVisible(ruled);
    setAxisLinePaint(Theme.AXIS);
    setAxisLineStroke(Theme.HAIR);
    setTickMarksVisible(ticked);
    setTickMarkPaint(ticked ? Theme.AXIS : new Color(0, true));
    setTickMarkStroke(Theme.HAIR);
    setTickMarkOutsideLength(4);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return scale.ticks().stream()
        .map(tick -> new NumberTick(tick.value(), "", TextAnchor.CENTER, TextAnchor.CENTER, 0))
        .toList();
  }
}
