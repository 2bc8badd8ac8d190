package org.kuroshio.standalone.serving;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Open event streams that do nothing but count cuts, all on one thread. */
final class StreamCrowd implements AutoCloseable {
  private static final byte[] CUT = "event: cut\n".getBytes(StandardCharsets.US_ASCII);

  /** What different readers look at. */
  private static final List<String> QUERIES =
      List.of(
          "indicator=venture.stock&group=JP-KANTO11",
          "indicator=venture.stock&group=JP",
          "indicator=venture.share_of_country&group=JP-KANTO11",
          "indicator=venture.rank&group=JP-TKA4",
          "indicator=venture.core_stock&group=JP-CAP8");

  /** One stream. */
  private static final class Reader {
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean gone;
    private int matched;

    void take(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        byte next = bytes.get();
        if (next == CUT[matched]) {
          matched++;
        } else {
          matched = next == CUT[0] ? 1 : 0;
        }
        if (matched == CUT.length) {
          matched = 0;
          cuts.incrementAndGet();
        }
      }
    }
  }

  private final Selector selector = Selector.open();
  private final List<Reader> readers = new ArrayList<>();
  private final Thread thread = new Thread(this::read, "stream-crowd");
  private volatile boolean closing;

  private StreamCrowd() throws IOException {}

  /** Returns when all are connected. */
  static StreamCrowd open(URI server, int count) throws IOException {
    StreamCrowd crowd = new StreamCrowd();
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
      // 1.0, so that events come as they are and not in chunks
      String request =
          "GET /api/v1/stream?%s HTTP/1.0\r\nHost: %s:%d\r\nAccept: text/event-stream\r\n\r\n"
              .formatted(QUERIES.get(i % QUERIES.size()), server.getHost(), server.getPort());
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      Reader reader = new Reader();
      channel.register(crowd.selector, SelectionKey.OP_READ, reader);
      crowd.readers.add(reader);
    }
    crowd.thread.setDaemon(true);
    crowd.thread.start();
    return crowd;
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    try {
      while (!closing) {
        selector.select(key -> read(key, buffer), 200);
      }
    } catch (IOException e) {
      readers.forEach(reader -> reader.gone = true);
    }
  }

  private static void read(SelectionKey key, ByteBuffer buffer) {
    Reader reader = (Reader) key.attachment();
    try {
      buffer.clear();
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new IOException("ended");
      }
      reader.take(buffer.flip());
    } catch (IOException e) {
      reader.gone = true;
      key.cancel();
    }
  }

  /** How many cuts each reader was told. */
  List<Integer> cuts() {
    return readers.stream().map(reader -> reader.cuts.get()).toList();
  }

  /** How many streams have ended. */
  long gone() {
    return readers.stream().filter(reader -> reader.gone).count();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    closing = true;
    thread.join();
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
