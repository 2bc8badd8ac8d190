/**
 * The records that every stream's events share: envelope words, dates, parties, money. Generated
 * from Avro IDL.
 */
package org.kuroshio.schemas.event;
