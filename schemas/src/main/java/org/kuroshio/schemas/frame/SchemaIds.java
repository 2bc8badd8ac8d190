package org.kuroshio.schemas.frame;

import org.apache.avro.Schema;

/**
 * Where the ids in frames come from. Called on the threads that serialise and deserialise, once per
 * schema and not per record; implementations are safe for use by many threads and may block.
 */
public interface SchemaIds {
  /**
   * The id under which the schema is written.
   *
   * @param subject topic and record name, as {@link Frame#subject} makes it
   * @throws RegistryException if the id cannot be given, and never will be without a change
   * @throws RegistryUnavailableException if it may be given later
   */
  int idOf(String subject, Schema schema);

  /**
   * The schema that was written under an id.
   *
   * @throws UndecodableException with {@link UndecodableException.Reason#UNKNOWN_ID}
   * @throws RegistryUnavailableException if the answer may come later
   */
  Schema schemaOf(int id);
}
