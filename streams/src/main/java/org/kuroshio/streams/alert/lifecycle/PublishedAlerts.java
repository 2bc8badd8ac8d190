package org.kuroshio.streams.alert.lifecycle;

import java.util.Collection;
import org.kuroshio.schemas.table.Alert;

/**
 * The alerts as they stand. Asked on the stream thread, once for each start of the task; may block.
 */
public interface PublishedAlerts {
  Collection<Alert> read();
}
