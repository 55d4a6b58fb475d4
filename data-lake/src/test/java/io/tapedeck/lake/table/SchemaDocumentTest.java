package io.tapedeck.lake.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.lake.RealTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaDocumentTest {
  /** Regenerated only when asked: {@code -Dtapedeck.regenerate=true}. */
  @Test
  void theDocumentInTheRepositoryIsThatOfTheTables() throws IOException {
    Path document = RealTicks.projectRoot().resolve("data-lake/SCHEMA.md");
    if (Boolean.getBoolean("tapedeck.regenerate")) {
      Files.writeString(document, SchemaDocument.markdown());
    }

    assertThat(Files.readString(document)).isEqualTo(SchemaDocument.markdown());
  }
}
