/** What rules find true of their subjects, and what was said of it before. */
package org.kuroshio.indicators.alert.condition;
