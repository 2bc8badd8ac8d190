/** The life of an alert: pending, firing, acknowledged, snoozed, resolved, and again. */
package org.kuroshio.indicators.alert.lifecycle;
