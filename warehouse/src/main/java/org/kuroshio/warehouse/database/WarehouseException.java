package org.kuroshio.warehouse.database;

/** The database can't be used; the message says why, and what would be right. */
public final class WarehouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WarehouseException(String message, Throwable cause) {
    super(message, cause);
  }
}
