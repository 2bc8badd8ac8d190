package org.kuroshio.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import org.kuroshio.serve.access.Caller;

/** Hands the caller from the filter that found out to whoever wants to know. */
final class Callers {
  private static final String ATTRIBUTE = Caller.class.getName();

  private Callers() {}

  static void put(HttpServletRequest request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  /** Only behind the filter, and not for what anybody may ask. */
  static Caller of(HttpServletRequest request) {
    return (Caller) request.getAttribute(ATTRIBUTE);
  }
}
