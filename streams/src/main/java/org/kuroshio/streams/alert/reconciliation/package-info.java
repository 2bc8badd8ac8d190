/** Published figures and the tables to conditions. */
package org.kuroshio.streams.alert.reconciliation;
