/**
 * One command's use of a data directory: the lock, the broker over it, and how both end, also when
 * the process is told to.
 */
package org.kuroshio.standalone.session;
