/** Tests of explanations, and a log of events in memory. */
package org.kuroshio.serve.explanation;
