/** What is measured, for Prometheus, and how far the tables are behind the events. */
package org.kuroshio.serve.metric;
