package io.tapedeck.core.market.planted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Violations: what no tape and no parameter decides. */
final class PlantedLuck {
  private PlantedLuck() {}

  static long wallClock() {
    return System.currentTimeMillis();
  }

  static long stopWatch() {
    return System.nanoTime();
  }

  static Instant now() {
    return Instant.now();
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("UTC"));
  }

  static Clock clock() {
    return Clock.systemUTC();
  }

  static ZoneId hostZone() {
    return ZoneId.systemDefault();
  }

  static double mathRandom() {
    return Math.random();
  }

  static Random unseeded() {
    return new Random();
  }

  static int threadLocal() {
    return ThreadLocalRandom.current().nextInt();
  }

  static UUID unique() {
    return UUID.randomUUID();
  }

  /** No violation: the seed decides. */
  static Random seeded() {
    return new Random(7);
  }
}
