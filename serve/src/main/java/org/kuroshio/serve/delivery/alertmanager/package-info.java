/**
 * Alerts to Prometheus Alertmanager: what stands is told again and again, a snooze is a silence.
 */
package org.kuroshio.serve.delivery.alertmanager;
