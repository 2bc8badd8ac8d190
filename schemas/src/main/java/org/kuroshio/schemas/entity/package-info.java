/**
 * Entities by name, and events from plain JSON: what a mapping or an agency wrote becomes an Avro
 * record field by field, or every reason why not.
 */
package org.kuroshio.schemas.entity;
