package org.kuroshio.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps other people's pages, and scripts in our own, from doing harm. */
final class SafeHeaders {
  /**
   * Scripts and styles are files of this server. Attributes of style are let through as charts set
   * them; they can run nothing.
   */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "style-src-attr 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final boolean local;
  private final Set<String> names = new HashSet<>(LOOPBACK);
  private final List<String> origins;

  SafeHeaders(HttpSettings settings) {
    this.local = settings.isLocal();
    this.names.addAll(settings.names());
    this.names.add(settings.host());
    this.origins = settings.origins();
  }

  void put(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    String origin = request.getHeader("Origin");
    boolean theirs = origin != null && origins.contains(origin);
    response.setHeader("Cross-Origin-Resource-Policy", theirs ? "cross-origin" : "same-origin");
    if (theirs) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Methods", "GET");
      response.setHeader(
          "Access-Control-Allow-Headers", "Authorization, X-API-Key, If-None-Match, Last-Event-ID");
      response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
      response.setHeader("Access-Control-Max-Age", "600");
      response.setHeader("Vary", "Origin");
    }
  }

  /** A browser asks whether another site's page may ask. */
  boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  /**
   * While only this machine can reach the server, another name in the address means that a page of
   * somebody else's has led its own name here.
   */
  boolean isOurName(HttpServletRequest request) {
    return !local || names.contains(request.getServerName());
  }

  static String shown(String name) {
    String plain = name == null ? "" : name.replaceAll("[^A-Za-z0-9.:-]", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60);
  }
}
