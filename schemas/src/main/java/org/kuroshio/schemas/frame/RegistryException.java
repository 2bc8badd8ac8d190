package org.kuroshio.schemas.frame;

import org.apache.kafka.common.KafkaException;

/** The source of schema ids refused; asking again gives the same answer. */
public final class RegistryException extends KafkaException {
  private static final long serialVersionUID = 1L;

  public RegistryException(String message) {
    super(message);
  }

  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
