package org.kuroshio.serve.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Says what is wrong with a request that reaches no handler of ours: a malformed line or header, an
 * address that tries to leave its folder. The reason is the web server's, without the input.
 */
final class ErrorPage extends ErrorHandler {
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    byte[] document =
        Problems.of(
            code,
            message == null ? "the request can't be understood" : message,
            request.getHttpURI() == null ? "" : String.valueOf(request.getHttpURI().getPath()));
    response.setStatus(code);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(document), callback);
  }
}
