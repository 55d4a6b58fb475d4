package io.tapedeck.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.Allocation;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PeriodNotionalTest {
  private final PeriodNotional traded = new PeriodNotional();

  private static long nanos(String utc) {
    Instant instant = Instant.parse(utc);
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  @Test
  void aFillIsNotBeforeItself() {
    assertThat(traded.before(nanos("2026-01-05T10:00:00Z"))).isZero();
    traded.add(nanos("2026-01-05T10:00:00Z"), 700);
    traded.add(nanos("2026-01-05T10:00:00Z"), 30);
    assertThat(traded.before(nanos("2026-01-31T23:59:59.999999999Z"))).isEqualTo(730);
  }

  @Test
  void aMonthEndsWithItsLastNanosecondOfUtc() {
    traded.add(nanos("2024-02-01T00:00:00Z"), 5);
    assertThat(traded.before(nanos("2024-02-29T23:59:59.999999999Z"))).isEqualTo(5);
    assertThat(traded.before(nanos("2024-03-01T00:00:00Z"))).isZero();
  }

  @Test
  void monthsWithoutFillsAreSkipped() {
    traded.add(nanos("2025-11-30T12:00:00Z"), 5);
    traded.add(nanos("2026-11-30T12:00:00Z"), 7); // the same month of another year
    assertThat(traded.before(nanos("2026-11-30T12:00:00Z"))).isEqualTo(7);
  }

  @Test
  void yearsBefore1970HaveMonthsToo() {
    traded.add(nanos("1969-12-31T23:59:59Z"), 5);
    assertThat(traded.before(nanos("1969-12-31T23:59:59.5Z"))).isEqualTo(5);
    assertThat(traded.before(nanos("1970-01-01T00:00:00Z"))).isZero();
  }

  @Test
  void theWholeRangeOfTimeIsCounted() {
    traded.add(Long.MIN_VALUE, 5);
    assertThat(traded.before(Long.MIN_VALUE)).isEqualTo(5);
    assertThat(traded.before(Long.MAX_VALUE)).isZero();
  }

  @Test
  void moreThanCanBeCountedIsAboveEveryThreshold() {
    traded.add(0, Long.MAX_VALUE);
    traded.add(0, 1);
    traded.add(0, Long.MAX_VALUE);
    assertThat(traded.before(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aMonthThatWasLeftDoesNotComeBack() {
    traded.add(nanos("2026-02-01T00:00:00Z"), 5);
    assertThatThrownBy(() -> traded.before(nanos("2026-01-31T00:00:00Z")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("order of time");
  }

  @Property(tries = 5_000)
  void monthsAreThoseOfTheCalendar(@ForAll @LongRange(min = -800_000, max = 800_000) long day) {
    LocalDate first = LocalDate.ofEpochDay(day).withDayOfMonth(1);

    assertThat(CivilMonth.firstDay(day)).isEqualTo(first.toEpochDay());
    assertThat(CivilMonth.nextFirstDay(day)).isEqualTo(first.plusMonths(1).toEpochDay());
  }

  @Test
  void countingAllocatesNothing() {
    long sixHours = 21_600_000_000_000L;
    Runnable years =
        () -> {
          PeriodNotional fresh = new PeriodNotional();
          for (long i = 0; i < 100_000; i++) {
            fresh.add(i * sixHours, fresh.before(i * sixHours) == 0 ? 1 : 2);
          }
        };
    years.run();

    assertThat(Allocation.bytes(years)).isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
  }
}
