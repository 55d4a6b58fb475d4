package io.tapedeck.lake.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests, and the places of files that they give. */
final class Ordinals {
  private Ordinals() {}

  /** 31 bits of the SHA-256 of a file's logical name. */
  static long ofName(String logicalName) {
    byte[] digest = sha256().digest(logicalName.getBytes(StandardCharsets.UTF_8));
    long bits = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      bits = (bits << 8) | (digest[i] & 0xff);
    }
    return bits & Integer.MAX_VALUE;
  }

  static String hex(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
