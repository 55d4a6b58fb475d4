package io.tapedeck.core.replay.textbook;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Follows each order of a history through its life and complains of what cannot be. */
final class OrderBooks {
  private enum Life {
    DENIED,
    WORKING,
    DONE
  }

  private static final class Book {
    private Life life = Life.WORKING;
    private boolean isAccepted;
    private long filled;
    private Long lots;
  }

  private final TreeMap<Long, Book> books = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();

  List<String> complaints() {
    return complaints;
  }

  void hear(Happening one) {
    Book book = books.computeIfAbsent(one.order(), id -> new Book());
    boolean isAnswer = one.kind().equals("CANCEL_REJECTED") || one.kind().equals("AMEND_DENIED");
    complainUnless(isAnswer || book.life == Life.WORKING, "it lives no more", one);
    switch (one.kind()) {
      case "DENIED" -> {
        complainUnless(!book.isAccepted, "denied after it was accepted", one);
        book.life = Life.DENIED;
      }
      case "ACCEPTED" -> {
        complainUnless(!book.isAccepted, "accepted twice", one);
        book.isAccepted = true;
      }
      case "TRIGGERED" -> complainUnless(book.isAccepted, "triggered before it was there", one);
      case "FILL" -> fill(book, one);
      case "REPLACED" -> {
        book.lots = one.lots();
        complainUnless(one.leaves() > 0, "replaced by nothing", one);
        balance(book, one);
      }
      case "REJECTED" -> {
        complainUnless(book.filled == 0, "rejected after a fill", one);
        book.life = Life.DONE;
      }
      case "CANCELED", "EXPIRED" -> {
        complainUnless(one.leaves() > 0, "nothing was left of it", one);
        balance(book, one);
        book.life = Life.DONE;
      }
      default -> complainUnless(isAnswer, "unheard of", one);
    }
  }

  private void fill(Book book, Happening one) {
    book.filled += one.lots();
    complainUnless(book.isAccepted && one.lots() > 0, "filled without being there", one);
    balance(book, one);
    if (one.leaves() == 0) {
      book.life = Life.DONE;
    }
  }

  /** OrderQty is CumQty plus LeavesQty; the first event with leaves tells OrderQty. */
  private void balance(Book book, Happening one) {
    if (book.lots == null) {
      book.lots = book.filled + one.leaves();
    }
    complainUnless(book.lots == book.filled + one.leaves(), "its lots do not add up", one);
  }

  private void complainUnless(boolean isFine, String what, Happening one) {
    if (!isFine) {
      complaints.add(what + ": " + one);
    }
  }
}
