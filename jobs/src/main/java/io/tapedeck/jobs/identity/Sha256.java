package io.tapedeck.jobs.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** The digest of a text's UTF-8 bytes, 64 digits. */
  public static String of(String text) {
    return hex(digest(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of a value's canonical JSON. */
  public static String ofJson(Object value) {
    return of(CanonicalJson.of(value));
  }

  static String hex(MessageDigest digest, byte[] last) {
    return HexFormat.of().formatHex(digest.digest(last));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
