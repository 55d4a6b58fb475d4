/**
 * Scan planning and reading: from a pinned snapshot of the lake to the kernel's feed.
 *
 * <p>{@link io.tapedeck.lake.scan.ScanPlanner} runs on the driver and answers a {@link
 * io.tapedeck.lake.scan.PinnedScan}, which travels to the tasks; there {@link
 * io.tapedeck.lake.scan.LakeFeed} reads its files in the total order. Knows tables and the feed
 * contract, no strategy and no run.
 */
package io.tapedeck.lake.scan;
