/**
 * From an event to what it adds to the base cells: only the fields that the catalogue reads are
 * decoded, and nothing here remembers anything.
 */
package org.kuroshio.indicators.projection;
