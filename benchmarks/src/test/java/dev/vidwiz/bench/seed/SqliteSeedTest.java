package dev.vidwiz.bench.seed;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSeedTest extends SeedContract {

  @TempDir Path folder;

  @Override
  Databases databases() {
    return Databases.of(null, folder);
  }
}
