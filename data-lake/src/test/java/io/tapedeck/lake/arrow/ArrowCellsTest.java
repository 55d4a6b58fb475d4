package io.tapedeck.lake.arrow;

import static io.tapedeck.lake.arrow.ArrowFiles.cells;
import static io.tapedeck.lake.arrow.ArrowFiles.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.lake.arrow.ArrowFiles.Container;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrowCellsTest {
  private static final ArrowType TOKYO_MICROS =
      new ArrowType.Timestamp(TimeUnit.MICROSECOND, "Asia/Tokyo");

  @Test
  void textIsTheSameInAllItsLayouts() throws Exception {
    String longer = "longer than the twelve bytes a view holds";
    Consumer<FieldVector> fill =
        vector -> {
          for (int i = 0; i < 2; i++) {
            byte[] text = (i == 0 ? "é,\"\n" : longer).getBytes(StandardCharsets.UTF_8);
            set(vector, i, text);
          }
          vector.setNull(2);
          vector.setValueCount(3);
        };
    for (ArrowType type :
        List.of(new ArrowType.Utf8(), new ArrowType.LargeUtf8(), new ArrowType.Utf8View())) {
      assertThat(cells(column(type, fill)))
          .containsExactly(List.of("é,\"\n"), List.of(longer), Arrays.asList((String) null));
    }
  }

  @Test
  void integersOfAllWidthsAreDigits() throws Exception {
    for (int bits : new int[] {8, 16, 32, 64}) {
      assertThat(cells(column(new ArrowType.Int(bits, true), wholes(-1, 127))))
          .containsExactly(List.of("-1"), List.of("127"));
    }
    // all bits set: the largest number where there is no sign
    assertThat(cells(column(new ArrowType.Int(8, false), wholes(-1))))
        .containsExactly(List.of("255"));
    assertThat(cells(column(new ArrowType.Int(64, false), wholes(-1))))
        .containsExactly(List.of("18446744073709551615"));
  }

  @Test
  void timesAndSpansOfAnyUnitAreNanoseconds() throws Exception {
    Consumer<FieldVector> times =
        vector -> {
          ((TimeStampVector) vector).setSafe(0, 1_704_409_200_000_001L);
          ((TimeStampVector) vector).setSafe(1, Long.MAX_VALUE); // no 64 bits of nanoseconds
          vector.setValueCount(2);
        };
    assertThat(cells(column(TOKYO_MICROS, times)))
        .containsExactly(
            List.of("1704409200000001000"), List.of("9223372036854775807 MICROSECOND"));
    assertThat(
            cells(
                column(
                    new ArrowType.Duration(TimeUnit.SECOND),
                    vector -> {
                      ((DurationVector) vector).setSafe(0, -90);
                      vector.setValueCount(1);
                    })))
        .containsExactly(List.of("-90000000000"));
  }

  @Test
  void wholeFloatsHaveNoPointAndOthersReadBackTheSame() throws Exception {
    Consumer<FieldVector> doubles =
        vector -> {
          double[] values = {1.0, -0.0, 0.1, 1e300, Double.NaN, -2.5e-7};
          for (int i = 0; i < values.length; i++) {
            ((Float8Vector) vector).setSafe(i, values[i]);
          }
          vector.setValueCount(values.length);
        };
    assertThat(cells(column(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE), doubles)))
        .extracting(row -> row.get(0))
        .containsExactly("1", "0", "0.1", "1.0E300", "NaN", "-2.5E-7");
    // the nearest float to 0.1, exactly as a double
    assertThat(
            cells(
                column(
                    new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE),
                    vector -> {
                      ((Float4Vector) vector).setSafe(0, 0.1f);
                      vector.setValueCount(1);
                    })))
        .containsExactly(List.of("0.10000000149011612"));
  }

  @Test
  void datesFlagsAndNullsAreWrittenAsWords() throws Exception {
    assertThat(
            cells(
                column(
                    new ArrowType.Date(org.apache.arrow.vector.types.DateUnit.DAY),
                    vector -> {
                      int day = (int) LocalDate.of(2024, 2, 29).toEpochDay();
                      ((DateDayVector) vector).setSafe(0, day);
                      vector.setValueCount(1);
                    })))
        .containsExactly(List.of("2024-02-29"));
    assertThat(
            cells(
                column(
                    new ArrowType.Bool(),
                    vector -> {
                      ((BitVector) vector).setSafe(0, 1);
                      ((BitVector) vector).setSafe(1, 0);
                      vector.setValueCount(2);
                    })))
        .containsExactly(List.of("true"), List.of("false"));
    assertThat(cells(column(new ArrowType.Null(), vector -> vector.setValueCount(1))))
        .containsExactly(Arrays.asList((String) null));
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void dictionariesAreLookedUp(Container container) throws Exception {
    try (BufferAllocator allocator = new RootAllocator();
        VarCharVector words = new VarCharVector("words", allocator);
        VarCharVector plain = new VarCharVector("c", allocator)) {
      fill(words, "LONG", "FLAT");
      fill(plain, "FLAT", "LONG", null, "FLAT");
      Dictionary dictionary = new Dictionary(words, new DictionaryEncoding(7, false, null));
      DictionaryProvider provider = new DictionaryProvider.MapDictionaryProvider(dictionary);
      try (FieldVector encoded = (FieldVector) DictionaryEncoder.encode(plain, dictionary)) {
        assertThat(cells(ArrowFiles.written(encoded, provider, container)))
            .extracting(row -> row.get(0))
            .containsExactly("FLAT", "LONG", null, "FLAT");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void aFileThatWasCutOffAnywhereIsRefused(Container container) {
    byte[] whole = column(new ArrowType.Int(64, true), wholes(1, 2, 3), container);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> cells(cut)).isInstanceOf(ArrowFileException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void flippedBitsAreReadOrRefusedAndNothingElse(Container container) throws Exception {
    byte[] whole =
        column(new ArrowType.Utf8(), vector -> fill((VarCharVector) vector, "a", null), container);
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        cells(damaged);
      } catch (ArrowFileException refused) {
        assertThat(refused).hasMessageMatching("(?s).{10,}");
      }
    }
  }

  @Test
  void aBatchThatNeedsTooMuchMemoryIsToldFromADamagedOne() {
    byte[] file = column(new ArrowType.Int(64, true), wholes(new long[100_000]));

    assertThatThrownBy(
            () -> {
              try (ArrowCells cells =
                  ArrowCells.open(new ByteArrayReadableSeekableByteChannel(file), 1 << 19)) {
                cells.next(); // 800,000 bytes of numbers
              }
            })
        .isInstanceOfSatisfying(ArrowFileException.class, e -> assertThat(e.isTooLarge()).isTrue())
        .hasMessageContaining("max_chunksize");
  }

  @Test
  void otherFilesAreCalledWhatTheyAre() {
    assertThatThrownBy(() -> cells("FEA1....".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("Feather version 1");
    assertThatThrownBy(() -> cells("symbol,ts_event\n".getBytes(StandardCharsets.US_ASCII)))
        .hasMessageContaining("neither an Arrow IPC file nor an Arrow IPC stream");
  }

  private static Consumer<FieldVector> wholes(long... values) {
    return vector -> {
      vector.setInitialCapacity(values.length);
      vector.allocateNew();
      for (int i = 0; i < values.length; i++) {
        ((BaseIntVector) vector).setWithPossibleTruncate(i, values[i]);
      }
      vector.setValueCount(values.length);
    };
  }

  private static void fill(VarCharVector vector, String... texts) {
    vector.allocateNew();
    for (int i = 0; i < texts.length; i++) {
      if (texts[i] != null) {
        vector.setSafe(i, texts[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    vector.setValueCount(texts.length);
  }

  private static void set(FieldVector vector, int row, byte[] text) {
    if (vector instanceof VarCharVector texts) {
      texts.setSafe(row, text);
    } else if (vector instanceof LargeVarCharVector texts) {
      texts.setSafe(row, text);
    } else {
      ((ViewVarCharVector) vector).setSafe(row, text);
    }
  }
}
