/**
 * Milestones, projects and funding lines against the calendar: which rule holds for which of them
 * on a day, found through an index of the days on which that changes.
 */
package org.kuroshio.indicators.alert.milestone;
