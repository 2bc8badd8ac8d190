package org.kuroshio.bench.run;

import java.nio.file.Path;
import org.kuroshio.bench.broker.BrokerProcess;
import org.kuroshio.bench.cell.Batch;
import org.kuroshio.bench.cell.CellTable;
import org.kuroshio.bench.work.Publisher;
import org.kuroshio.bench.work.Workload;

/**
 * A broker that holds a workload, and the tables that must come of it.
 *
 * @param input prefix of the event topics
 */
record Stage(
    BrokerProcess broker,
    ClassPaths classPaths,
    Path directory,
    String input,
    Workload workload,
    Publisher.Written written,
    CellTable expected) {
  static Stage set(
      BrokerProcess broker,
      ClassPaths classPaths,
      Path directory,
      String input,
      Workload workload) {
    Publisher.Written written = new Publisher(broker.bootstrapServers(), input).publish(workload);
    return new Stage(
        broker,
        classPaths,
        directory,
        input,
        workload,
        written,
        Batch.table(workload, written.latest()));
  }
}
