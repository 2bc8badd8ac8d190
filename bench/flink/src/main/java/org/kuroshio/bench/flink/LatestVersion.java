package org.kuroshio.bench.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.BasicArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps the latest version of each entity; takes the old facts away and adds the new. */
final class LatestVersion
    extends KeyedProcessFunction<String, Tuple3<String, Long, String[]>, Tuple2<String, Long>> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Tuple2<Long, String[]>> latest;

  @Override
  public void open(OpenContext context) {
    latest =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "latest", Types.TUPLE(Types.LONG, BasicArrayTypeInfo.STRING_ARRAY_TYPE_INFO)));
  }

  @Override
  public void processElement(
      Tuple3<String, Long, String[]> event, Context context, Collector<Tuple2<String, Long>> out)
      throws Exception {
    Tuple2<Long, String[]> old = latest.value();
    if (old != null && old.f0 >= event.f1) {
      return;
    }
    latest.update(Tuple2.of(event.f1, event.f2));
    if (old != null) {
      for (String fact : old.f1) {
        out.collect(Tuple2.of(fact, -1L));
      }
    }
    for (String fact : event.f2) {
      out.collect(Tuple2.of(fact, 1L));
    }
  }
}
