package org.kuroshio.streams.alert;

import java.util.Collection;
import org.kuroshio.schemas.table.AlertCondition;

/**
 * The conditions that were told before. Asked on the stream thread, once for each start of a task;
 * may block.
 */
public interface Told {
  Collection<AlertCondition> read();
}
