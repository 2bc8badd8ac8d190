package org.kuroshio.standalone.correction;

import java.util.List;
import org.kuroshio.schemas.entity.KeyedEvent;

/**
 * A checked event that corrects one entity.
 *
 * @param differences at least one
 */
record Amendment(KeyedEvent event, List<Difference> differences) {
  Amendment {
    differences = List.copyOf(differences);
  }
}
