/**
 * Calendar periods as keys: days, months, quarters, calendar and fiscal years, and all time. A date
 * is an interval of days; it belongs to a period that holds all of it.
 */
package org.kuroshio.indicators.period;
