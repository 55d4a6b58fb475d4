package io.tapedeck.lake.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * The right to write to a lake in a local folder: one process at a time, held through a lock of the
 * operating system, which a killed process gives up.
 *
 * <p>Lakes on other file systems are not locked: there Delta's log store decides between writers.
 * Not re-entrant: each entry point that writes takes it once.
 */
public final class LakeLock implements AutoCloseable {
  /** The file locked, in the lake's root. */
  public static final String FILE_NAME = ".tapedeck.lock";

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final FileChannel channel; // null where the file system has no locks
  private final FileLock lock;

  private LakeLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock, waiting for another writer to finish.
   *
   * @param patience how long to wait; zero to try once
   * @throws LakeBusyException if the other writer has not finished by then
   */
  public static LakeLock acquire(Lake lake, Duration patience) {
    try {
      org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(lake.root());
      FileSystem files = root.getFileSystem(lake.hadoopConfiguration());
      if (!(files instanceof LocalFileSystem local)) {
        return new LakeLock(null, null);
      }
      return acquire(local.pathToFile(root).toPath(), patience);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock lake " + lake.root(), e);
    }
  }

  static LakeLock acquire(Path root, Duration patience) throws IOException {
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(
            root.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return new LakeLock(channel, lock);
      }
      if (System.nanoTime() - deadline >= 0) {
        channel.close();
        throw new LakeBusyException(root.toString(), patience.toSeconds());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock the lake", e);
    }
  }
}
