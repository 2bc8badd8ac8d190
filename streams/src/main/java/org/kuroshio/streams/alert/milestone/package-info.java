/** Programme events and the calendar to conditions of milestones, projects and funding lines. */
package org.kuroshio.streams.alert.milestone;
