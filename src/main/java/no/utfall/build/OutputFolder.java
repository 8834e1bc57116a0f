package no.utfall.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Digests;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is replaced whole: everything is written beside it and synced, the old one is moved aside and the new
 * one in. Whatever moment it is stopped at, the next {@link #recover} finds the old or the new, never half.
 */
final class OutputFolder {

  /** Says that a folder is ours to replace. */
  static final String MARKER = ".utfall-output";

  private final Path target;
  private final Path fresh;
  private final Path old;

  OutputFolder(Path target) {
    this.target = target;
    String name = String.valueOf(target.getFileName());
    this.fresh = target.resolveSibling("." + name + ".utfall-new");
    this.old = target.resolveSibling("." + name + ".utfall-old");
  }

  /** Refuses a folder that is reached through a link out of the project, before anything is touched there. */
  void checkInside(Path root, Location declared) {
    Path there = target;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      if (there != null
          && target.startsWith(root)
          && !there.toRealPath().startsWith(root.toRealPath())) {
        throw new Refusal(
            Fault.PROJECT_FILE,
            Finding.error(
                "E805",
                declared,
                target.toString(),
                target + " is reached through a link out of the project folder",
                "name a folder inside the project in outputs.dir"));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Completes or undoes a swap that was stopped, and sweeps what it left. */
  void recover() {
    try {
      if (there(old)) {
        if (there(target)) {
          delete(old);
        } else {
          // stopped between the two renames: the fresh folder was whole before the first of them
          move(there(fresh) ? fresh : old, target);
          delete(old);
        }
      }
      delete(fresh);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Refuses a folder that holds what we did not write, and one that cannot be written, before anything is computed. */
  void check() {
    try {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
          throw refusal(
              "E121",
              target + " is not a folder",
              "move it away, or name another folder in outputs.dir");
        }
        try (Stream<Path> inside = Files.list(target)) {
          if (inside.findAny().isPresent() && !Files.exists(target.resolve(MARKER))) {
            throw refusal(
                "E121",
                target + " is not empty and was not written by utfall",
                "move it away, or name another folder in outputs.dir");
          }
        }
      }
      List<Path> made = new ArrayList<>();
      for (Path folder = fresh;
          folder != null && !Files.exists(folder);
          folder = folder.getParent()) {
        made.add(folder);
      }
      Files.createDirectories(fresh);
      for (Path folder : made) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Replaces the folder by these files; names may have {@code /}. */
  void replace(Map<String, byte[]> files) {
    try {
      delete(fresh);
      Files.createDirectories(fresh);
      write(fresh.resolve(MARKER), new byte[0]);
      Set<Path> folders = new LinkedHashSet<>(Set.of(fresh));
      for (String name : files.keySet()) {
        Path folder = fresh.resolve(name).getParent();
        if (folders.add(folder)) {
          Files.createDirectories(folder);
        }
      }
      write(files);
      folders.forEach(OutputFolder::sync);
      if (there(target)) {
        move(target, old);
      }
      move(fresh, target);
      sync(target.toAbsolutePath().getParent());
      delete(old);
    } catch (IOException e) {
      try {
        recover();
      } catch (Refusal again) {
        e.addSuppressed(again);
      }
      throw unwritable(e);
    }
  }

  /** Whether a build of ours stands there. */
  boolean isOurs() {
    return Files.exists(target.resolve(MARKER));
  }

  /** Whether it holds these files, byte for byte by their digests, and nothing else. */
  boolean holds(Map<String, String> digests) {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> inside = Files.walk(target)) {
      for (Path path : (Iterable<Path>) inside::iterator) {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
          }
          files.put(target.relativize(path).toString().replace('\\', '/'), path);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
    return files.remove(MARKER) != null
        && files.keySet().equals(digests.keySet())
        && files.entrySet().parallelStream()
            .allMatch(file -> isAs(file.getValue(), digests.get(file.getKey())));
  }

  private static boolean isAs(Path file, @Nullable String digest) {
    try {
      return Digests.of(file).equals(digest);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean there(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Side by side, since each waits until the disk has it. */
  private void write(Map<String, byte[]> files) throws IOException {
    try {
      files.entrySet().parallelStream().forEach(file -> {
        try {
          write(fresh.resolve(file.getKey()), file.getValue());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Path path, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Makes renames in a folder last; where the system cannot open folders it has no need of it. */
  private static void sync(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows: folders cannot be opened, and renames are journalled
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!there(folder)) {
      return;
    }
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
        if (e != null) {
          throw e;
        }
        Files.delete(dir);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  private Refusal unwritable(IOException e) {
    return refusal(
        "E120",
        "cannot write " + target + ": " + e + "; what stood there is unchanged",
        "make room, or see to the rights of the folder");
  }

  private Refusal refusal(String code, String message, String fix) {
    return new Refusal(
        Fault.READ_WRITE,
        Finding.error(code, Location.ofFile(target.toString()), "", message, fix));
  }
}
