/**
 * What topologies publish: cells and cuts, sums between the hops, alerts, commands, rejections.
 * Generated from Avro IDL.
 */
package org.kuroshio.schemas.table;
