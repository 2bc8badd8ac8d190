/**
 * Entities and envelope of the stream {@code ventures}: firms from research, their money, the
 * company register. Generated from Avro IDL.
 */
package org.kuroshio.schemas.venture;
