/**
 * What the person at the command line can act on: one exception whose message says what is wrong,
 * where, and what would be right. Anything else that is thrown is a defect and goes to the log.
 */
package org.kuroshio.standalone.failure;
