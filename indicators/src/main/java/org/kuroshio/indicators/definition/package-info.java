/**
 * Indicator definitions: what each number of the tables means, read from YAML and checked against
 * the Avro schemas before anything is computed. The words are dbt MetricFlow's.
 */
package org.kuroshio.indicators.definition;
