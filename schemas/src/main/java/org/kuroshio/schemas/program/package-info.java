/**
 * Entities and envelope of the stream {@code programs}: what is funded, who takes part, what is
 * due. Generated from Avro IDL.
 */
package org.kuroshio.schemas.program;
