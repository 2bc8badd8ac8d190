/**
 * Regions as packs of data: the subdivisions of a country, named groups of them with dated
 * membership, and the codes for what is only known in part. A table's regions and an event's
 * locations are the same codes.
 */
package org.kuroshio.indicators.region;
