package no.utfall.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests of bytes and files, in hexadecimal; SHA-256 unless another is named. */
public final class Digests {

  private static final String SHA_256 = "SHA-256";

  private Digests() {}

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  /** The 32 bytes themselves. */
  public static byte[] sha256(byte[] bytes) {
    return sha256().digest(bytes);
  }

  public static String of(Path file) throws IOException {
    return of(List.of(file));
  }

  /** Of the bytes of all files, one behind the other. */
  public static String of(List<Path> files) throws IOException {
    return of(files, sha256());
  }

  /**
   * @param algorithm as the Java platform names it
   * @throws NoSuchAlgorithmException when it has none of this name
   */
  public static String of(Path file, String algorithm)
      throws IOException, NoSuchAlgorithmException {
    return of(List.of(file), MessageDigest.getInstance(algorithm));
  }

  private static String of(List<Path> files, MessageDigest digest) throws IOException {
    byte[] part = new byte[1 << 16];
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
          digest.update(part, 0, n);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance(SHA_256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + SHA_256, e);
    }
  }
}
