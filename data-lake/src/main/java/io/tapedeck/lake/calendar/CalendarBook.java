package io.tapedeck.lake.calendar;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.SqlText;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The calendars a lake knows: those of its table, and XNYS, FX and 24/7 by rule.
 *
 * <p>A calendar of the table amends the rule of the same name. One that neither knows is taken as
 * days of UTC; callers warn when {@link #knows} says no.
 */
public final class CalendarBook implements Serializable {
  /** The span for which a new lake's table is filled from the rules. */
  static final LocalDate SEED_FIRST = LocalDate.of(2000, 1, 1);

  static final LocalDate SEED_LAST = LocalDate.of(2035, 12, 31);

  private static final List<DatedCalendar> RULES =
      List.of(new XnysCalendar(), new FxCalendar(), new DailyCalendar(DailyCalendar.NAME));

  private final Map<String, DatedCalendar> byName = new TreeMap<>();

  private CalendarBook(Map<String, List<Session>> tables) {
    for (DatedCalendar rule : RULES) {
      byName.put(rule.name(), rule);
    }
    tables.forEach((name, sessions) -> byName.put(name, ofTable(name, sessions)));
  }

  /** The calendars known by rule. */
  public static CalendarBook builtIn() {
    return new CalendarBook(Map.of());
  }

  /** The calendars of this lake. */
  public static CalendarBook load(Lake lake) {
    return from(LakeTables.readOrEmpty(lake, LakeTable.CALENDARS));
  }

  /** The calendars of these rows of the table, and those known by rule. */
  public static CalendarBook from(Dataset<Row> rows) {
    Map<String, List<Session>> tables = new TreeMap<>();
    Dataset<Row> sessions =
        rows.select(
            col(Columns.CALENDAR),
            unix_date(col(Columns.DATE)), // a long list, and days are cheaper than Spark's dates
            col(Columns.SESSION_OPEN),
            col(Columns.SESSION_CLOSE));
    for (Row row : sessions.collectAsList()) {
      tables
          .computeIfAbsent(row.getString(0), name -> new ArrayList<>())
          .add(new Session(LocalDate.ofEpochDay(row.getInt(1)), row.getLong(2), row.getLong(3)));
    }
    tables.values().forEach(list -> list.sort(Comparator.comparing(Session::date)));
    return new CalendarBook(tables);
  }

  /** Fills the table of a lake that has none with the calendars known by rule, 2000 to 2035. */
  public static void seedIfMissing(Lake lake) {
    if (LakeTables.exists(lake, LakeTable.CALENDARS) && !lake.read(LakeTable.CALENDARS).isEmpty()) {
      return;
    }
    LakeTables.createIfMissing(lake, LakeTable.CALENDARS);
    List<Row> rows = new ArrayList<>();
    for (DatedCalendar rule : RULES) {
      for (Session session : rule.sessions(SEED_FIRST, SEED_LAST)) {
        rows.add(row(rule.name(), session, isHalfDay(rule, session.date())));
      }
    }
    write(lake, rows, null);
  }

  /** Replaces a calendar of the lake by these sessions, in one commit. */
  public static void put(Lake lake, String name, List<Session> sessions, List<LocalDate> halfDays) {
    check(name, sessions);
    seedIfMissing(lake);
    List<Row> rows = new ArrayList<>();
    for (Session session : sessions) {
      rows.add(row(name, session, halfDays.contains(session.date())));
    }
    write(lake, rows, Columns.CALENDAR + " = " + SqlText.quoted(name));
  }

  /**
   * Refuses sessions that are no calendar.
   *
   * @throws IllegalArgumentException if there are none, or they overlap
   */
  public static void check(String name, List<Session> sessions) {
    Require.that(!new TableCalendar(name, sessions).name().isBlank(), "a calendar needs a name");
  }

  /** The names of all calendars known. */
  public SortedSet<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  public boolean knows(String name) {
    return byName.containsKey(name);
  }

  /** The calendar of this name; days of UTC if nobody has described it. */
  public DatedCalendar calendar(String name) {
    DatedCalendar known = byName.get(name);
    return known == null ? new DailyCalendar(name) : known;
  }

  private DatedCalendar ofTable(String name, List<Session> sessions) {
    TableCalendar table = new TableCalendar(name, sessions);
    DatedCalendar rule = byName.get(name);
    return rule == null
        ? table
        : new AmendedCalendar(
            rule, table, sessions.get(0).date(), sessions.get(sessions.size() - 1).date());
  }

  private static boolean isHalfDay(DatedCalendar rule, LocalDate date) {
    return rule.name().equals(XnysCalendar.NAME) && XnysCalendar.isHalfDay(date);
  }

  private static Row row(String name, Session session, boolean halfDay) {
    return RowFactory.create(
        name, Date.valueOf(session.date()), session.openNanos(), session.closeNanos(), halfDay);
  }

  private static void write(Lake lake, List<Row> rows, String replaced) {
    LakeTables.replace(
        lake,
        LakeTable.CALENDARS,
        lake.spark().createDataFrame(rows, LakeTable.CALENDARS.schema()).coalesce(1),
        replaced);
  }
}
