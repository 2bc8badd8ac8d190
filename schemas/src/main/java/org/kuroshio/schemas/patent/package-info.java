/**
 * Entities and envelope of the stream {@code patents}: inventions from disclosure to royalty.
 * Generated from Avro IDL.
 */
package org.kuroshio.schemas.patent;
