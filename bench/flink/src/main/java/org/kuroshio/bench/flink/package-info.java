/** Flink's peers: a DataStream job and a SQL job that keep the tables of the workload. */
package org.kuroshio.bench.flink;
