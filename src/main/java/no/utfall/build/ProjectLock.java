package no.utfall.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** One build at a time in a project. The system lets go of the lock when the process ends, however it ends. */
final class ProjectLock {

  /** The folder of a project in which the program keeps what is its own. */
  static final String FOLDER = ".utfall";

  private final FileChannel channel;

  private ProjectLock(FileChannel channel) {
    this.channel = channel;
  }

  static ProjectLock take(Path root) {
    Path file = root.resolve(FOLDER).resolve("lock");
    FileChannel channel;
    try {
      Files.createDirectories(file.getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw refusal(
          "E120", file, "cannot write " + file + ": " + e, "see to the rights of the folder");
    }
    if (lock(channel, file) == null) {
      close(channel);
      throw refusal(
          "E122",
          file,
          "the project is in use by another run",
          "wait until it is done, or stop it");
    }
    return new ProjectLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel, Path file) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      throw refusal(
          "E120", file, "cannot lock " + file + ": " + e, "see to the rights of the folder");
    }
  }

  private static Refusal refusal(String code, Path file, String message, String fix) {
    return new Refusal(
        Fault.READ_WRITE, Finding.error(code, Location.ofFile(file.toString()), "", message, fix));
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock ends with the channel or with the process
    }
  }

  void close() {
    close(channel);
  }
}
