package org.kuroshio.serve.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.answer.LatestPeriods;
import org.kuroshio.serve.snapshot.CutChanges;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;

/** The latest values of some indicators as gauges; only those that have a number. */
public final class IndicatorGauges implements LiveTables.Listener {
  private final MultiGauge gauges;
  private final MetricSettings settings;
  private final Regions regions;

  /**
   * @throws org.kuroshio.indicators.region.UnknownRegionException if a region is none
   */
  public IndicatorGauges(MetricSettings settings, Regions regions, MeterRegistry meters) {
    settings.regions().forEach(regions::kind);
    this.settings = settings;
    this.regions = regions;
    this.gauges =
        MultiGauge.builder("innovation.indicator.value")
            .description("The value of the latest period that has begun")
            .register(meters);
  }

  @Override
  public void cut(Snapshot snapshot, CutChanges changes) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (String indicator : settings.indicators()) {
      List<String> labels = snapshot.table().periods(indicator);
      for (String region : settings.regions()) {
        latest(snapshot, indicator, labels, region)
            .ifPresent(
                value ->
                    rows.add(
                        MultiGauge.Row.of(
                            Tags.of("indicator", indicator, "region", region, "period", "latest"),
                            value)));
      }
    }
    gauges.register(rows, true);
  }

  private Optional<Double> latest(
      Snapshot snapshot, String indicator, List<String> labels, String region) {
    FiscalCalendar calendar = regions.calendar(region).orElse(FiscalCalendar.CALENDAR);
    return LatestPeriods.one(LatestPeriods.byType(labels, calendar, snapshot.cut().getAsOf()))
        .flatMap(
            period ->
                snapshot.table().cells(indicator, period, "").stream()
                    .filter(cell -> cell.getRegion().equals(region) && cell.getValue() != null)
                    .min(
                        Comparator.comparing(IndicatorValue::getGroup)
                            .thenComparing(IndicatorValue::getUnit)))
        .map(cell -> new BigDecimal(cell.getValue()).doubleValue());
  }
}
