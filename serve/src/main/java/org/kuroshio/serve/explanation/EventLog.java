package org.kuroshio.serve.explanation;

import java.util.Collection;
import java.util.Map;
import org.kuroshio.indicators.table.BaseTable.Source;

/** The committed events of the event topics, to be read as often as one likes. */
public interface EventLog {
  /** Takes events; called on the thread that reads. */
  interface Taker {
    /**
     * @param value null where the id is forgotten
     */
    void event(byte[] key, byte[] value, long offset);
  }

  /** Where an event stands. */
  record Position(Source source, long offset) {}

  /** Hands over every event from an offset up to another one, exclusive, in their order. */
  void read(Source source, long from, long to, Taker taker);

  /**
   * The values of events at known places. Whoever asks for many gets them in as many jumps as there
   * are gaps between them.
   *
   * @return without those that are not there (any more), and without forgotten ids
   */
  Map<Position, byte[]> fetch(Collection<Position> wanted);
}
