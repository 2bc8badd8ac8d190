/**
 * Entities and envelope of the stream {@code reference}: observations, published figures, and where
 * an absent fact means zero. Generated from Avro IDL.
 */
package org.kuroshio.schemas.reference;
