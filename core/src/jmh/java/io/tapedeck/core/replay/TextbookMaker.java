package io.tapedeck.core.replay;

import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradeColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A maker at the touch as textbooks write a backtester: an object for each event, a list of
 * listeners, a priority queue of commands, the equity curve as a list, and money in doubles. Its
 * orders never take, wait for their first quote, and fill when the touch comes to them or a trade
 * goes through them.
 */
final class TextbookMaker {
  private static final double TICK = 0.01;

  /** Something that happened. */
  private interface Event {
    long nanos();
  }

  private record Quoted(long nanos, long bid, long bidLots, long ask, long askLots)
      implements Event {}

  private record Printed(long nanos, long price, long lots, long aggressor) implements Event {}

  /** What the maker asks for: no lots cancel. */
  private record Command(long nanos, int side, long price, long lots) implements Event {}

  /** Hears of everything. */
  private interface Listener {
    void on(Event event);
  }

  /** An order that rests, or is about to. */
  private static final class Order {
    private final int side;
    private long price;
    private long leaves;
    private boolean isFresh = true;

    Order(Command command) {
      side = command.side();
      price = command.price();
      leaves = command.lots();
    }
  }

  private final long size;
  private final long most;
  private final double skew;
  private final List<Long> closes;
  private final PriorityQueue<Command> commands =
      new PriorityQueue<>(Comparator.comparingLong(Command::nanos));
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<Integer, Order> orders = new HashMap<>();
  private final List<Double> curve = new ArrayList<>();
  private Quoted last = new Quoted(0, 0, 0, 0, 0);
  private int sessions;
  private long position;
  private double cash;
  private long takenBid;
  private long takenAsk;
  private long filledLots;

  TextbookMaker(long size, long most, double skew, List<Session> sessions, double startCash) {
    this.size = size;
    this.most = most;
    this.skew = skew;
    closes = sessions.stream().map(Session::closeNanos).toList();
    cash = startCash;
    listeners.add(this::close);
    listeners.add(this::arrive);
    listeners.add(this::matchQuote);
    listeners.add(this::matchPrint);
    listeners.add(this::mark);
    listeners.add(this::decide);
  }

  /** Replays the tape and returns the equity at the end. */
  double run(MakerTape tape) {
    QuoteColumns quotes = tape.quotes();
    TradeColumns trades = tape.trades();
    int quote = 0;
    int trade = 0;
    for (int i = 0; i < tape.events(); i++) {
      Event event = tape.isTrade(i) ? print(trades, trade++) : quote(quotes, quote++);
      for (Listener listener : listeners) {
        listener.on(event);
      }
    }
    return curve.get(curve.size() - 1);
  }

  private static Event print(TradeColumns trades, int row) {
    return new Printed(
        trades.eventTimeNanos(row),
        trades.priceTicks(row),
        trades.lots(row),
        trades.aggressor(row));
  }

  private static Event quote(QuoteColumns quotes, int row) {
    return new Quoted(
        quotes.eventTimeNanos(row),
        quotes.bidTicks(row),
        quotes.bidLots(row),
        quotes.askTicks(row),
        quotes.askLots(row));
  }

  long filledLots() {
    return filledLots;
  }

  private void close(Event event) {
    if (event.nanos() > closes.get(sessions)) {
      sessions++;
      orders.clear(); // they last for the day
      commands.clear();
    }
  }

  private void arrive(Event event) {
    while (!commands.isEmpty() && commands.peek().nanos() < event.nanos()) {
      Command command = commands.poll();
      Order order = orders.get(command.side());
      if (command.lots() == 0) {
        orders.remove(command.side());
      } else if (order == null) {
        orders.put(command.side(), new Order(command));
      } else {
        order.isFresh |= command.price() != order.price || command.lots() > order.leaves;
        order.price = command.price();
        order.leaves = command.lots();
      }
    }
  }

  private void matchQuote(Event event) {
    if (event instanceof Quoted quote) {
      takenBid = quote.bid() == last.bid() && quote.bidLots() == last.bidLots() ? takenBid : 0;
      takenAsk = quote.ask() == last.ask() && quote.askLots() == last.askLots() ? takenAsk : 0;
      last = quote;
      Order bid = orders.get(1);
      if (bid != null && meet(bid, quote.ask() <= bid.price, quote.askLots() - takenAsk) > 0) {
        takenAsk += fill(bid, quote.askLots() - takenAsk);
      }
      Order ask = orders.get(-1);
      if (ask != null && meet(ask, quote.bid() >= ask.price, quote.bidLots() - takenBid) > 0) {
        takenBid += fill(ask, quote.bidLots() - takenBid);
      }
    }
  }

  private long meet(Order order, boolean isReached, long lots) {
    boolean wasFresh = order.isFresh;
    order.isFresh = false;
    if (isReached && wasFresh) {
      orders.remove(order.side);
    }
    return isReached && !wasFresh ? lots : 0;
  }

  private void matchPrint(Event event) {
    if (event instanceof Printed print) {
      Order order = orders.get((int) -print.aggressor());
      if (order != null && !order.isFresh && order.side * (order.price - print.price()) > 0) {
        fill(order, print.lots());
      }
    }
  }

  private long fill(Order order, long lots) {
    long filled = Math.min(order.leaves, lots);
    order.leaves -= filled;
    position += order.side * filled;
    cash -= order.side * filled * order.price * TICK;
    filledLots += filled;
    if (order.leaves == 0) {
      orders.remove(order.side);
    }
    return filled;
  }

  private void mark(Event event) {
    if (last.nanos() > 0) {
      curve.add(cash + position * (last.bid() + last.ask()) * TICK / 2);
    }
  }

  private void decide(Event event) {
    if (event instanceof Quoted quote) {
      double centre = (quote.bid() + quote.ask()) / 2.0 - skew * position;
      double half = (quote.ask() - quote.bid()) / 2.0;
      long bid = Math.min((long) Math.floor(centre - half), quote.ask() - 1);
      long ask = Math.max((long) Math.ceil(centre + half), quote.bid() + 1);
      want(quote.nanos(), 1, bid, Math.min(size, most - position));
      want(quote.nanos(), -1, ask, Math.min(size, most + position));
    }
  }

  private void want(long nanos, int side, long price, long lots) {
    Order order = orders.get(side);
    if (order == null) {
      if (lots > 0) {
        commands.add(new Command(nanos, side, price, lots));
      }
    } else if (lots <= 0) {
      commands.add(new Command(nanos, side, 0, 0));
    } else if (lots < order.leaves) {
      commands.add(new Command(nanos, side, order.price, lots));
    } else if (price != order.price) {
      commands.add(new Command(nanos, side, price, lots));
    }
  }
}
