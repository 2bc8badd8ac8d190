/** Tables to people: the HTTP API, the dashboard, delivery of alerts, and metrics. */
package org.kuroshio.serve;
