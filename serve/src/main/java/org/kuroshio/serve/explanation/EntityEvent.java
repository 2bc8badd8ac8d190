package org.kuroshio.serve.explanation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Provenance;

/**
 * An event as far as one wants to know where a fact comes from.
 *
 * @param record the kind of entity, `Venture`; empty for a withdrawal that repeats no state
 * @param op ASSERT or WITHDRAW
 * @param uri the file or address that it was read from
 * @param position where in it, without the reason
 * @param reason why, for events that were entered by hand
 */
public record EntityEvent(
    String entityId,
    String record,
    String op,
    String source,
    String sourceRecordId,
    long version,
    Instant publishedAt,
    Instant observedAt,
    long standsFor,
    List<String> quality,
    String uri,
    String position,
    String sha256,
    Optional<String> reason) {
  /** How a correction by hand joins its reason to the position. */
  private static final String REASON = "; reason: ";

  public EntityEvent {
    quality = List.copyOf(quality);
  }

  /**
   * @param envelope of any of the event streams
   */
  public static EntityEvent of(SpecificRecord envelope) {
    Provenance provenance = (Provenance) get(envelope, "provenance");
    String position = provenance.getPosition();
    int reason = position.indexOf(REASON);
    SpecificRecord entity = (SpecificRecord) get(envelope, "entity");
    return new EntityEvent(
        get(envelope, "entityId").toString(),
        entity == null ? "" : entity.getSchema().getName(),
        get(envelope, "op").toString(),
        get(envelope, "source").toString(),
        get(envelope, "sourceRecordId").toString(),
        (Long) get(envelope, "version"),
        (Instant) get(envelope, "publishedAt"),
        (Instant) get(envelope, "observedAt"),
        (Long) get(envelope, "standsFor"),
        ((List<?>) get(envelope, "quality")).stream().map(Object::toString).toList(),
        provenance.getUri(),
        reason < 0 ? position : position.substring(0, reason),
        provenance.getSha256(),
        reason < 0 ? Optional.empty() : Optional.of(position.substring(reason + REASON.length())));
  }

  /** In a few words: where it was read, and what to know of its quality. */
  public String inWords() {
    StringBuilder words = new StringBuilder(uri).append(", ").append(position);
    reason.ifPresent(why -> words.append("; reason: ").append(why));
    if (standsFor != 1) {
      words.append("; stands for ").append(standsFor);
    }
    if (!quality.isEmpty()) {
      words.append("; ").append(String.join(", ", quality));
    }
    return words.toString();
  }

  private static Object get(SpecificRecord envelope, String field) {
    return envelope.get(envelope.getSchema().getField(field).pos());
  }
}
