package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.BenchmarkLine;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.jobs.report.HeatMap;
import io.tapedeck.jobs.report.MetricHistogram;
import io.tapedeck.jobs.report.ParameterGrid;
import io.tapedeck.jobs.report.PricePicture;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import io.tapedeck.jobs.report.Slice;
import io.tapedeck.jobs.report.Spread;
import io.tapedeck.jobs.report.TradingRecord;
import java.util.List;

/** A report whose every text comes from someone who means harm. */
final class HostileReport {
  private HostileReport() {}

  static ReportModel of(String text) {
    ReportModel sweep = Reports.sweep(text, Reports.ranking());
    RunDetail detail = sweep.details().get(0);
    EquityCurve curve = new EquityCurve(text, detail.curve().startEquity(), detail.curve().days());
    return new ReportModel(
        new ReportModel.Heading(ReportModel.Kind.SWEEP, text, text, text, text),
        sweep.currency(),
        240,
        List.of(new ReportModel.Window(text, text), sweep.windows().get(1)),
        text,
        List.of(text, text, text),
        sweep.ranking(),
        grid(text),
        List.of(
            new RunDetail(
                curve,
                detail.analysis(),
                2,
                new BenchmarkLine(text, curve.equity().stream().map(Long::doubleValue).toList()),
                trading(text, detail.trading()))),
        new ReportModel.Failures(
            1,
            List.of(new ReportModel.Reason(text, 1)),
            List.of(new ReportModel.FailedRun(text, text, text, text))),
        new ReportModel.Background(
            List.of(new ReportModel.Fact(text, text)),
            List.of(new ReportModel.Fact(text, text)),
            List.of(new ReportModel.DataVersion(text, 1)),
            List.of(text)));
  }

  private static ParameterGrid grid(String text) {
    HeatMap.Measure measure = Reports.sharpe(text);
    return new ParameterGrid(
        List.of(Spread.of(text, HeatMap.Unit.NUMBER, new double[] {1})),
        MetricHistogram.of(measure, List.of(new MetricHistogram.Values(text, List.of(1.0), 1))),
        List.of(
            List.of(
                HeatMap.of(measure, text, text, List.of(new HeatMap.Point(text, text, 1)), null))),
        List.of(List.of(Slice.of(measure, text, List.of(new Slice.Point(text, 1, true)), text))));
  }

  private static TradingRecord trading(String text, TradingRecord like) {
    PricePicture picture = like.pictures().get(0);
    PricePicture.Mark mark = picture.fills().get(0);
    TradingRecord.Trip trip = like.trips().get(0);
    return new TradingRecord(
        List.of(
            new PricePicture(
                text,
                text,
                picture.range(),
                List.of(new PricePicture.Mark(mark.nanos(), mark.side(), mark.price(), text)),
                7)),
        List.of(
            new TradingRecord.Trip(
                text,
                trip.side(),
                trip.entryNanos(),
                trip.exitNanos(),
                text,
                trip.entryPrice(),
                trip.exitPrice(),
                trip.netProfit(),
                false)),
        9,
        text);
  }
}
