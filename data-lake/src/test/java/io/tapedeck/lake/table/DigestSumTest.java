package io.tapedeck.lake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestSumTest {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  @Test
  void theSumIsThatOfTheDigestsModulo2To256InAnyOrder() {
    List<byte[]> digests =
        Stream.iterate(0, i -> i + 1).limit(500).map(i -> RowDigest.ofText("row " + i)).toList();
    BigInteger expected =
        digests.stream()
            .map(bytes -> new BigInteger(1, bytes))
            .reduce(BigInteger.ZERO, BigInteger::add)
            .mod(MODULUS);
    DigestSum forth = new DigestSum();
    digests.forEach(forth::add);
    DigestSum left = new DigestSum();
    DigestSum right = new DigestSum();
    for (int i = digests.size() - 1; i >= 0; i--) {
      (i % 3 == 0 ? left : right).add(digests.get(i));
    }

    assertThat(new BigInteger(forth.hex(), 16)).isEqualTo(expected);
    assertThat(left.plus(right).hex()).isEqualTo(forth.hex());
    assertThat(left.plus(right).count()).isEqualTo(500);
  }

  @Test
  void theSumWrapsAround() {
    DigestSum sum = new DigestSum();
    byte[] largest = HexFormat.of().parseHex("ff".repeat(32));
    byte[] one = HexFormat.of().parseHex("00".repeat(31) + "01");
    sum.add(largest);
    sum.add(one);
    sum.add(largest);

    assertThat(sum.hex()).isEqualTo("ff".repeat(32)); // -1 + 1 - 1 = -1
    assertThat(new DigestSum().plus(sum).hex()).isEqualTo(sum.hex());
  }
}
