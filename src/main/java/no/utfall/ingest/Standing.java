package no.utfall.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Flag;
import no.utfall.figure.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a letter or a remark beside a number says of it.
 *
 * @param status of a number that is not there; a known number keeps its own
 * @param isRowOut whether the row is no row of the table, as a deletion in an update
 */
record Standing(@Nullable Status status, @Nullable Flag flag, boolean isRowOut) {

  private static final Map<String, Standing> BY_WORD = new LinkedHashMap<>();

  static {
    for (Flag flag : Flag.values()) {
      BY_WORD.put(flag.code(), new Standing(null, flag, false));
    }
    for (Status status : List.of(
        Status.SUPPRESSED,
        Status.MISSING,
        Status.NOT_APPLICABLE,
        Status.NOT_CALCULATED,
        Status.NO_UNIT)) {
      BY_WORD.put(status.code(), new Standing(status, null, false));
    }
    BY_WORD.put("left-out", new Standing(null, null, true));
    BY_WORD.put("none", new Standing(null, null, false));
  }

  static List<String> words() {
    return List.copyOf(BY_WORD.keySet());
  }

  /** {@code null} when there is no such word. */
  static @Nullable Standing of(String word) {
    return BY_WORD.get(word);
  }
}
