package io.tapedeck.core.market.planted;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Violations: iteration in hash order. */
final class PlantedHash {
  private PlantedHash() {}

  static Map<String, String> hashMap() {
    return new HashMap<>();
  }

  static Set<String> hashSet() {
    return new HashSet<>();
  }

  static Map<String, Integer> mapOf() {
    return Map.of("a", 1, "b", 2);
  }

  static Set<String> setOf() {
    return Set.of("a", "b");
  }

  static Set<String> collected() {
    return List.of("a", "b").stream().collect(Collectors.toSet());
  }
}
