package io.tapedeck.core.indicator;

/**
 * Thirty daily closes with their ten-day means, rounded to cents; the exponential one starts from
 * the simple one.
 *
 * <p>Source: StockCharts.com, ChartSchool, "Moving Averages - Simple and Exponential", spreadsheet
 * of 10-day moving averages.
 */
final class PublishedVector {
  /** Half a cent from rounding the means, and half from rounding the closes they are made of. */
  static final double ROUNDING = 1.0;

  static final long[] CLOSE_CENTS = {
    2227, 2219, 2208, 2217, 2218, 2213, 2223, 2243, 2224, 2229, 2215, 2239, 2238, 2261, 2336, 2405,
    2375, 2383, 2395, 2363, 2382, 2387, 2365, 2319, 2310, 2333, 2268, 2310, 2240, 2217
  };

  static final double[] SMA10_CENTS = {
    2222, 2221, 2223, 2226, 2230, 2242, 2261, 2277, 2291, 2308, 2321, 2338, 2352, 2365, 2371, 2368,
    2361, 2351, 2343, 2328, 2313
  };

  static final double[] EMA10_CENTS = {
    2222, 2221, 2224, 2227, 2233, 2252, 2280, 2297, 2313, 2328, 2334, 2343, 2351, 2353, 2347, 2340,
    2339, 2326, 2323, 2308, 2292
  };

  private PublishedVector() {}
}
