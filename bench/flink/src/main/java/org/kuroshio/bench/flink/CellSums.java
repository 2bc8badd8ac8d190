package org.kuroshio.bench.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/** Adds changes up to cells. */
final class CellSums extends RichMapFunction<Tuple2<String, Long>, Tuple2<String, Long>> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Long> sum;

  @Override
  public void open(OpenContext context) {
    sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
  }

  @Override
  public Tuple2<String, Long> map(Tuple2<String, Long> change) throws Exception {
    Long before = sum.value();
    long now = (before == null ? 0 : before) + change.f1;
    sum.update(now);
    return Tuple2.of(change.f0, now);
  }
}
