package io.tapedeck.jobs.cli;

import io.tapedeck.core.market.Session;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.replay.SourceFormats;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.calendar.XnysCalendar;
import io.tapedeck.lake.ingest.Profiles;
import io.tapedeck.lake.ingest.SourceFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the sessions of a calendar. */
@Command(
    name = "sessions",
    description = {
      "Lists the sessions of a calendar that is known by rule, with opens and closes in UTC; needs",
      "no Spark. It reads no lake: what a lake's table of calendars amends does not show here."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck sessions --calendar XNYS --from 2013-10-07 --to 2013-10-11",
      "  tapedeck sessions --profile lean-equity --from 2013-11-29 --json"
    })
final class SessionsCommand implements Verb {
  /** Dates whose nanoseconds since the epoch fit a long with room on both sides. */
  private static final LocalDate EARLIEST = LocalDate.of(1700, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2261, 12, 31);

  /** The names of the calendars, for completion. */
  static final class Calendars implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return CalendarBook.builtIn().names().iterator();
    }
  }

  /** The names of the profiles, for completion. */
  static final class ProfileNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Profiles.all().stream().map(SourceFormat::name).iterator();
    }
  }

  /** A session as the JSON answer shows it; both ends belong to it. */
  record Listed(LocalDate date, Instant open, Instant close, boolean isHalfDay) {}

  @Option(
      names = "--calendar",
      paramLabel = "NAME",
      completionCandidates = Calendars.class,
      description = "${COMPLETION-CANDIDATES}.")
  private String calendar;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      completionCandidates = ProfileNames.class,
      description = "The calendar of what this built-in format holds, instead of --calendar.")
  private String profile;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = "First date, as 2013-10-07.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last date. Default: --from.")
  private LocalDate to;

  @Override
  public ExitCode run(Console console) {
    String name = calendar();
    LocalDate last = to == null ? from : to;
    check(from, last);
    List<Listed> sessions =
        CalendarBook.builtIn().calendar(name).sessions(from, last).stream()
            .map(session -> listed(name, session))
            .toList();
    print(console, sessions);
    console.print(
        sessions.size() + (sessions.size() == 1 ? " session of " : " sessions of ") + name);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("calendar", name);
    answer.put("from", from);
    answer.put("to", last);
    answer.put("sessions", sessions);
    console.json(answer);
    return ExitCode.DONE;
  }

  private String calendar() {
    if ((calendar == null) == (profile == null)) {
      throw UsageException.of(
          calendar == null
              ? "give --calendar NAME, one of " + String.join(", ", known()) + ", or --profile NAME"
              : "give --calendar or --profile, not both");
    }
    if (calendar == null) {
      return SourceFormats.profile(profile, "").calendar();
    }
    return known().stream()
        .filter(name -> name.equalsIgnoreCase(calendar))
        .findFirst()
        .orElseThrow(
            () ->
                UsageException.of(
                    "no calendar " + calendar + "; known: " + String.join(", ", known())));
  }

  private static SortedSet<String> known() {
    return CalendarBook.builtIn().names();
  }

  private static void check(LocalDate first, LocalDate last) {
    if (first.isAfter(last)) {
      throw UsageException.of("--from " + first + " must not be after --to " + last);
    }
    if (first.isBefore(EARLIEST) || last.isAfter(LATEST)) {
      throw UsageException.of(
          "dates must be from " + EARLIEST + " to " + LATEST + ", were " + first + " to " + last);
    }
  }

  private static Listed listed(String calendar, Session session) {
    boolean isHalfDay =
        calendar.equals(XnysCalendar.NAME) && XnysCalendar.isHalfDay(session.date());
    return new Listed(
        session.date(),
        Instant.ofEpochSecond(0, session.openNanos()),
        Instant.ofEpochSecond(0, session.closeNanos()),
        isHalfDay);
  }

  private static void print(Console console, List<Listed> sessions) {
    if (sessions.isEmpty()) {
      return;
    }
    TextTable table = TextTable.of("date", "day", "open (UTC)", "close (UTC)", "");
    for (Listed session : sessions) {
      table.row(
          session.date(),
          session.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT),
          session.open(),
          session.close(),
          session.isHalfDay() ? "half day" : "");
    }
    table.print(console);
  }
}
