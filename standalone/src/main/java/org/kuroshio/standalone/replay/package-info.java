/**
 * Rejected records, once their mapping or file was mended: the source is read again, what can be
 * used now is sent, and is no longer counted as rejected.
 */
package org.kuroshio.standalone.replay;
