package no.utfall.render;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import no.utfall.view.Tone;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** The shape of a tone at every point. */
final class DotRenderer extends AbstractXYItemRenderer {

  private final Tone tone;
  private final double radius;

  DotRenderer(Tone tone, double radius) {
    this.tone = tone;
    this.radius = radius;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D dataArea,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshairState,
      int pass) {
    double x = dataset.getXValue(series, item);
    double y = dataset.getYValue(series, item);
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return;
    }
    Shape shape = Theme.shape(
        tone,
        domainAxis.valueToJava2D(x, dataArea, plot.getDomainAxisEdge()),
        rangeAxis.valueToJava2D(y, dataArea, plot.getRangeAxisEdge()),
        radius);
    g2.setPaint(Theme.filling(tone));
    g2.fill(shape);
    if (tone == Tone.CONTEXT) {
      g2.setPaint(Theme.colour(tone));
      g2.setStroke(Theme.interval(Tone.FOCUS));
      g2.draw(shape);
    }
  }
}
